import Taro from '@tarojs/taro'
import { beforeEach, expect, it, vi } from 'vitest'
import { phone, resetPhone } from '../../../tests/stubs/taro'
import { deviceKey } from '../cloud/device-key'
import { askToRemind, mayRemind, prepareToRemind } from './ask-to-remind'

const rows = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'].map((name) => ({
  id: `template-${name}`,
  kinds: ['booking-soon'],
}))

beforeEach(() => {
  resetPhone()
  deviceKey.keep('d_1')
})

const answers = (given: Record<string, string> | 'fails') =>
  vi
    .mocked(Taro.requestSubscribeMessage)
    .mockImplementation(((options: { success: (given: object) => void; fail: () => void }) =>
      given === 'fails' ? options.fail() : options.success(given)) as never)
const told = () => phone.calls.filter(({ action }) => action === 'notices.subscribed').map(({ data }) => data)

it('asks nothing while there is no template', async () => {
  phone.answer = () => ({ ok: true, data: { rows: [] } })
  await prepareToRemind()
  expect(mayRemind(['booking-soon'])).toBe(false)
  expect(await askToRemind(['booking-soon'])).toBe(0)
  expect(Taro.requestSubscribeMessage).not.toHaveBeenCalled()
})

it('asks of WeChat what the union chose, five at most, and tells the cloud of each yes', async () => {
  phone.answer = (action) => ({ ok: true, data: action === 'notices.templates' ? { rows } : {} })
  await prepareToRemind()
  expect(mayRemind(['booking-soon'])).toBe(true)
  expect(mayRemind(['chat-waiting'])).toBe(false)
  answers({ 'template-first': 'accept', 'template-second': 'reject', 'template-third': 'accept' })
  expect(await askToRemind(['booking-soon'])).toBe(2)
  expect(vi.mocked(Taro.requestSubscribeMessage).mock.calls[0]?.[0]?.tmplIds).toHaveLength(5)
  expect(told()).toMatchObject([{ templateId: 'template-first' }, { templateId: 'template-third' }])
})

it('says the same consent again when the answer was lost', async () => {
  answers({ 'template-first': 'accept' })
  phone.answer = () => (told().length < 2 ? { ok: false, code: 'BUSY' } : { ok: true, data: {} })
  expect(await askToRemind(['booking-soon'])).toBe(1)
  expect(new Set(told().map((data) => JSON.stringify(data))).size).toBe(1)
})

it('takes a switch that is off for a no', async () => {
  answers('fails')
  expect(await askToRemind(['booking-soon'])).toBe(0)
  expect(told()).toEqual([])
})
