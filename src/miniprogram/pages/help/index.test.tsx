import Taro from '@tarojs/taro'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { phone, resetPhone } from '../../../../tests/stubs/taro'
import Help from '.'

beforeEach(resetPhone)
afterEach(cleanup)

it('dials each number with one tap and asks the cloud nothing', () => {
  render(<Help />)
  for (const number of ['12356', '120', '110']) {
    fireEvent.click(screen.getByRole('button', { name: new RegExp(`^拨打 ${number}，`) }))
    expect(Taro.makePhoneCall).toHaveBeenLastCalledWith({ phoneNumber: number })
  }
  expect(phone.calls).toEqual([])
})

it('hides behind a plain page that a step back does not undo', () => {
  render(<Help />)
  fireEvent.click(screen.getByRole('button', { name: /快速隐藏/ }))
  expect(Taro.reLaunch).toHaveBeenCalledWith({ url: '/pages/notes/index' })
})
