import Taro from '@tarojs/taro'
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { phone, resetPhone } from '../../../../tests/stubs/taro'
import { countUse } from '../../counting/count-use'
import Help from '.'

vi.mock('../../counting/count-use', () => ({ countUse: vi.fn() }))

beforeEach(() => {
  resetPhone()
  vi.mocked(countUse).mockClear()
})
afterEach(cleanup)

it('dials each number with one tap and counts the tap without asking the cloud', () => {
  render(<Help />)
  expect(countUse).toHaveBeenLastCalledWith('help.opened')
  for (const [number, counted] of [
    ['12356', '12356'],
    ['120', '120'],
    ['110', '110'],
    ['12351', 'union'],
  ]) {
    fireEvent.click(screen.getByRole('button', { name: new RegExp(`^拨打 ${number}，`) }))
    expect(Taro.makePhoneCall).toHaveBeenLastCalledWith({ phoneNumber: number })
    expect(countUse).toHaveBeenLastCalledWith(`help.dialled.${counted}`)
  }
})

it('is whole before anything was asked of the cloud', () => {
  render(<Help />)
  for (const said of ['您现在安全吗？', '等待的时候', '请同事给您回电']) expect(screen.getByText(said)).toBeTruthy()
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

it('asks whether one is safe, says a next step to both answers and keeps the answer nowhere', async () => {
  render(<Help />)
  await screen.findByText(/^现在查不到/)
  const before = { calls: phone.calls.length, storage: JSON.stringify(localStorage) }
  fireEvent.click(screen.getByRole('radio', { name: '现在安全' }))
  expect(screen.getByText(/^先不急着做别的/)).toBeTruthy()
  fireEvent.click(screen.getByRole('radio', { name: '不太安全' }))
  expect(screen.getByText(/^请现在就打 120 或 110/)).toBeTruthy()
  expect(screen.getAllByRole('button', { name: /^拨打 1[12]0，/ })).toHaveLength(4)
  expect({ calls: phone.calls.length, storage: JSON.stringify(localStorage) }).toEqual(before)
  expect(vi.mocked(countUse).mock.calls).toEqual([['help.opened']])
})

it('after an answer it says thank you, has everything, and leads on or home', () => {
  phone.params = { from: 'answer' }
  render(<Help />)
  expect(screen.getByText('谢谢您如实回答。')).toBeTruthy()
  expect(countUse).toHaveBeenLastCalledWith('help.shown')
  expect(screen.getByRole('button', { name: /^拨打 12356，/ })).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: '继续回答' }))
  expect(Taro.navigateBack).toHaveBeenCalledOnce()
  fireEvent.click(screen.getByRole('button', { name: '今天先到这里' }))
  expect(Taro.switchTab).toHaveBeenCalledWith({ url: '/pages/home/index' })
})

it('leads on to the questions it took the place of', () => {
  phone.params = { from: 'answer', of: 'phq9' }
  render(<Help />)
  fireEvent.click(screen.getByRole('button', { name: '继续回答' }))
  expect(Taro.redirectTo).toHaveBeenCalledWith({ url: '/tests/pages/taking/index?of=phq9' })
  expect(Taro.navigateBack).not.toHaveBeenCalled()
})

it('offers neither to somebody who came by the way to help', () => {
  render(<Help />)
  expect(screen.queryByRole('button', { name: '继续回答' })).toBeNull()
})

it.each(['entry', 'answer'])('speaks without judging, opened from %s', async (from) => {
  phone.params = { from }
  const { container } = render(<Help />)
  fireEvent.click(screen.getByRole('radio', { name: '不太安全' }))
  fireEvent.click(screen.getByRole('button', { name: /^留一个号码/ }))
  await screen.findByText(/^现在查不到/)
  expect(container.textContent).not.toMatch(/危机|风险|筛查|阳性|异常|自杀|自残|必须|加油|[!！]|你(?!们)/)
})

it('hides behind a plain page that a step back does not undo', () => {
  render(<Help />)
  fireEvent.click(screen.getByRole('button', { name: /快速隐藏/ }))
  expect(Taro.reLaunch).toHaveBeenCalledWith({ url: '/pages/notes/index' })
})
