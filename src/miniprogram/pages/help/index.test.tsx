import Taro from '@tarojs/taro'
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
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

it('says the number when it could not be dialled, and nothing when the person decided not to', async () => {
  render(<Help />)
  const button = screen.getByRole('button', { name: /^拨打 12356，/ })
  vi.mocked(Taro.makePhoneCall).mockRejectedValueOnce({ errMsg: 'makePhoneCall:fail cancel' })
  fireEvent.click(button)
  vi.mocked(Taro.makePhoneCall).mockRejectedValueOnce({ errMsg: 'makePhoneCall:fail not supported' })
  fireEvent.click(button)
  await waitFor(() => expect(Taro.showModal).toHaveBeenCalled())
  expect(vi.mocked(Taro.showModal).mock.calls.map(([asked]) => asked?.content)).toEqual([
    '请在手机的电话里直接拨打 12356',
  ])
})

it('hides behind a plain page that a step back does not undo', () => {
  render(<Help />)
  fireEvent.click(screen.getByRole('button', { name: /快速隐藏/ }))
  expect(Taro.reLaunch).toHaveBeenCalledWith({ url: '/pages/notes/index' })
})
