import Taro from '@tarojs/taro'
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { phone, resetPhone } from '../../../../../tests/stubs/taro'
import { textOf } from '../../../../domain/consents/texts'
import { deviceKey } from '../../../cloud/device-key'
import { tellRefusal } from '../../../parts/tell-refusal'
import { Trouble } from '../../../parts/trouble'
import Consents from '../consents'
import Consent from '.'

const PAGE = '/privacy/pages/consent/index?purpose=tests'

beforeEach(() => {
  resetPhone()
  deviceKey.keep('d_1')
})
afterEach(cleanup)

it('is where every refusal for want of agreement leads', async () => {
  render(<Trouble code="CONSENT_NEEDED" purpose="tests" onRetry={() => undefined} />)
  fireEvent.click(screen.getByRole('button', { name: '看看说明再决定' }))
  expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: PAGE })
  vi.mocked(Taro.navigateTo).mockClear()
  await tellRefusal('没有做成', { code: 'CONSENT_NEEDED', purpose: 'tests' })
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: PAGE })
})

it('shows the words, takes either answer, and goes back after agreeing', async () => {
  phone.params = { purpose: 'tests' }
  phone.answer = () => ({ ok: true, data: { rows: [] } })
  render(<Consent />)
  const { why, stored, seenBy, gone, without } = textOf('tests')
  for (const said of [why, stored, seenBy, gone, without]) expect(screen.getByText(said)).toBeTruthy()
  const agree = await screen.findByRole('button', { name: '同意' })
  expect(screen.getByRole('button', { name: '先不同意' }).className).toBe(agree.className)
  fireEvent.click(agree)
  await waitFor(() => expect(Taro.navigateBack).toHaveBeenCalled())
  expect(phone.calls.at(-1)).toMatchObject({
    action: 'consents.give',
    data: { purpose: 'tests', version: textOf('tests').version },
  })
})

it('stays and says so when the words have changed meanwhile', async () => {
  phone.params = { purpose: 'figures' }
  phone.answer = (action) =>
    action === 'consents.list' ? { ok: true, data: { rows: [] } } : { ok: false, code: 'CONSENT_TEXT_CHANGED' }
  render(<Consent />)
  fireEvent.click(await screen.findByRole('button', { name: '同意' }))
  expect((await screen.findByRole('alert')).textContent).toContain('说明的文字有更新')
  expect(Taro.navigateBack).not.toHaveBeenCalled()
})

it('is listed once it was asked for', async () => {
  const rows = ['tests', 'counselling', 'call-back', 'figures'].map((purpose) => ({
    purpose,
    given: false,
    history: [],
  }))
  phone.answer = () => ({ ok: true, data: { rows } })
  const list = render(<Consents />)
  await screen.findByRole('button', { name: /^算进单位的合计/ })
  expect(screen.queryByRole('button', { name: /^做自我测评/ })).toBeNull()
  list.unmount()
  phone.params = { purpose: 'tests' }
  render(<Consent />).unmount()
  render(<Consents />)
  await screen.findByRole('button', { name: /^做自我测评/ })
})
