import Taro from '@tarojs/taro'
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { phone, resetPhone } from '../../../../../tests/stubs/taro'
import { deviceKey } from '../../../cloud/device-key'
import { shelf } from '../../../cloud/use-reply'
import { keepUnit, knownUnit } from '../../../phone/unit'
import { askedDestruction, heldReceipt } from '../../parts/destruction'
import Destroy from '.'

const row = (kind: string, title: string, count: number, alone = true) => ({
  kind,
  title,
  about: `关于${title}`,
  count,
  sealed: false,
  daysLeft: null,
  why: '留着',
  alone,
  floor: null,
})
const rows = [row('favourites', '收藏', 2), row('memberships', '所在单位', 0), row('devices', '钥匙', 1, false)]
const receipt = (number: string, account: boolean) => ({
  number,
  at: '2026-11-22T07:04:00.000Z',
  kinds: [{ title: '收藏', count: 2 }],
  account,
  backupsGoneAt: '2026-11-29T07:04:00.000Z',
  seal: 's',
})
type Asked = { number: string; kinds: string[]; account: boolean }
const asked = () => phone.calls.filter(({ action }) => action === 'privacy.destroy').map(({ data }) => data as Asked)

const noReceipt = (): unknown => ({ ok: false, code: 'RECEIPT_NOT_FOUND' })

/** A cloud that answers a destruction by `answer`, and who asks for a receipt again by `kept`. */
const cloud = (answer: (asked: Asked) => unknown, kept: (asked: { number: string }) => unknown = noReceipt) => {
  phone.answer = (action, data) => {
    if (action === 'privacy.stored') return { ok: true, data: { rows } }
    if (action === 'privacy.receipt') return kept(data as { number: string })
    return action === 'privacy.destroy' ? answer(data as Asked) : { ok: false, code: 'NOT_ALLOWED' }
  }
}
const yes = (name: string) => {
  fireEvent.click(screen.getByRole('switch', { name: '我知道删了找不回来' }))
  fireEvent.click(screen.getByRole('button', { name }))
}

beforeEach(() => {
  resetPhone()
  deviceKey.keep('d_1')
})
afterEach(cleanup)

it('destroys one kind after a second deliberate step, and keeps the receipt for its page', async () => {
  shelf.keep('favourites', { cards: [] }, '2026-11-22T07:00:00.000Z')
  cloud((data) => ({ ok: true, data: receipt(data.number, false) }))
  render(<Destroy />)
  const kinds = await screen.findAllByRole('checkbox')
  expect(kinds.map((kind) => kind.getAttribute('aria-label'))).toEqual(['收藏，2 条，关于收藏'])
  expect(screen.getByRole('button', { name: '下一步' }).getAttribute('aria-disabled')).toBe('true')
  fireEvent.click(kinds[0] as HTMLElement)
  fireEvent.click(screen.getByRole('button', { name: '下一步' }))
  expect(document.activeElement?.textContent).toBe('删除：收藏')
  const now = screen.getByRole('button', { name: '现在删除' })
  fireEvent.click(now)
  expect(asked()).toEqual([])
  yes('现在删除')
  await waitFor(() => expect(Taro.redirectTo).toHaveBeenCalledWith({ url: '/privacy/pages/receipt/index' }))
  expect(asked()).toMatchObject([{ kinds: ['favourites'], account: false }])
  expect(heldReceipt()?.number).toBe(asked()[0]?.number)
  expect(askedDestruction()).toBeNull()
  expect(shelf.read('favourites')).toBeNull()
  expect(deviceKey.read()).toBe('d_1')
})

it('tells the truth when the answer is lost, and asks again with the same number', async () => {
  cloud(() => ({ ok: false, code: 'TIMED_OUT' }))
  const { unmount } = render(<Destroy />)
  fireEvent.click(await screen.findByRole('button', { name: '全部删除' }))
  yes('全部删除')
  await screen.findByText('还不知道有没有删成')
  unmount()
  render(<Destroy />)
  expect(screen.getByText('上一次删除没有收到回答。')).toBeTruthy()
  cloud((data) => ({ ok: true, data: receipt(data.number, true) }))
  keepUnit('拖拉机厂')
  fireEvent.click(screen.getByRole('button', { name: '再问一次' }))
  await waitFor(() => expect(Taro.reLaunch).toHaveBeenCalledWith({ url: '/privacy/pages/receipt/index' }))
  expect(new Set(asked().map(({ number }) => number)).size).toBe(1)
  expect(asked()).toHaveLength(2)
  expect(deviceKey.read()).toBeNull()
  expect(knownUnit()).toBeNull()
  expect(Object.keys(localStorage)).toEqual(['receipt'])
})

it('understands that a lost answer had been yes when the cloud knows nobody here any more', async () => {
  cloud(() => ({ ok: false, code: 'SIGN_IN_NEEDED' }))
  render(<Destroy />)
  fireEvent.click(await screen.findByRole('button', { name: '全部删除' }))
  yes('全部删除')
  await screen.findByText('已经没有了')
  expect(Object.keys(localStorage)).toEqual([])
  expect(phone.calls.map(({ action }) => action)).not.toContain('devices.enrol')
})

it('fetches the receipt that was lost by its number, though the cloud knows nobody here any more', async () => {
  cloud(
    () => ({ ok: false, code: 'SIGN_IN_NEEDED' }),
    ({ number }) => ({ ok: true, data: receipt(number, true) }),
  )
  render(<Destroy />)
  fireEvent.click(await screen.findByRole('button', { name: '全部删除' }))
  yes('全部删除')
  await waitFor(() => expect(Taro.reLaunch).toHaveBeenCalledWith({ url: '/privacy/pages/receipt/index' }))
  expect(heldReceipt()?.number).toBe(asked()[0]?.number)
  expect(Object.keys(localStorage)).toEqual(['receipt'])
})

it('says why it was refused, and keeps nothing waiting', async () => {
  phone.params = { kind: 'favourites' }
  cloud(() => ({ ok: false, code: 'KIND_NOT_FOUND' }))
  render(<Destroy />)
  fireEvent.click(await screen.findByRole('button', { name: '下一步' }))
  yes('现在删除')
  await screen.findByText(/没有找到要删除的这一类/)
  expect(askedDestruction()).toBeNull()
  expect(vi.mocked(Taro.reLaunch)).not.toHaveBeenCalled()
})
