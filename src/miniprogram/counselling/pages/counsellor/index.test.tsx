import Taro from '@tarojs/taro'
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { phone, resetPhone } from '../../../../../tests/stubs/taro'
import { daysLater } from '../../../../domain/time'
import { wayToConfirm, wayToConsent } from '../../../parts/ways'
import CounsellorPage from '.'

const from = daysLater(new Date(), 2).toISOString()
const slot = { from, until: from, modes: ['text', 'phone'] }
const counsellor = {
  ...{ id: 'lu', name: '陆静', gender: 'female', languages: ['mandarin'], fields: ['sleep'], modes: ['text', 'phone'] },
  ...{ institution: '', stationName: '', title: '心理治疗师', there: true, nextFree: slot, about: '', issuedBy: '' },
  ...{ sessionMinutes: 50, noticeHours: 2, slots: [slot] },
}
const ways = () => vi.mocked(Taro.navigateTo).mock.calls.map(([asked]) => asked?.url)
const holds = () =>
  phone.calls.flatMap(({ action, data }) =>
    action === 'bookings.hold' ? [{ data: data as { bookingId: string } }] : [],
  )

const answer = (hold: (data: { bookingId: string }) => unknown) => {
  phone.answer = (action, data) => {
    if (action === 'counsellors.open') return { ok: true, data: counsellor }
    if (action === 'bookings.hold') return hold(data as { bookingId: string })
    if (action === 'bookings.mine' || action === 'waits.mine') return { ok: true, data: { rows: [], next: null } }
    return { ok: true, data: { key: 'd_1' } }
  }
}
const choose = async () => {
  fireEvent.click(await screen.findByRole('radio', { name: /可约，文字、电话$/ }))
}
const hold = () => fireEvent.click(screen.getByRole('button', { name: /先留 10 分钟/ }))

beforeEach(() => {
  resetPhone()
  phone.params = { id: 'lu' }
})
afterEach(cleanup)

it('holds once however often it is tapped, and asks once before it stands', async () => {
  answer(({ bookingId }) => ({ ok: true, data: { id: bookingId, state: 'held' } }))
  render(<CounsellorPage />)
  await choose()
  expect(phone.calls.filter(({ action }) => action.startsWith('counsellors.'))).toHaveLength(1)
  expect(phone.calls[0]?.action).toBe('counsellors.open')
  const button = screen.getByRole('button', { name: /先留 10 分钟/ })
  fireEvent.click(button)
  fireEvent.click(button)
  await waitFor(() => expect(ways()).toHaveLength(1))
  expect(holds()).toHaveLength(1)
  const { bookingId } = holds()[0]?.data ?? { bookingId: '' }
  expect(ways()).toEqual([wayToConfirm(bookingId)])
})

it('asks under the same number after an answer that was lost', async () => {
  let cut = true
  answer(({ bookingId }) =>
    cut ? { ok: false, code: 'TIMED_OUT' } : { ok: true, data: { id: bookingId, state: 'held' } },
  )
  render(<CounsellorPage />)
  await choose()
  hold()
  expect((await screen.findByRole('alert')).textContent).toContain('再点一次也只算一次')
  cut = false
  hold()
  await waitFor(() => expect(ways()).toHaveLength(1))
  expect(holds()[1]?.data).toEqual(holds()[0]?.data)
})

it('goes on by itself when the person has agreed, and asks nobody again who has decided not to', async () => {
  let agreed = false
  answer(({ bookingId }) =>
    agreed
      ? { ok: true, data: { id: bookingId, state: 'held' } }
      : { ok: false, code: 'CONSENT_NEEDED', purpose: 'counselling' },
  )
  render(<CounsellorPage />)
  await choose()
  hold()
  await waitFor(() => expect(ways()).toEqual([wayToConsent('counselling')]))
  await act(async () => phone.show())
  await waitFor(() => expect(holds()).toHaveLength(2))
  await act(async () => phone.show())
  expect([holds().length, ways().length]).toEqual([2, 1])
  agreed = true
  hold()
  await waitFor(() => expect(ways()).toHaveLength(2))
  expect(ways()[1]).toContain('/confirm/')
})

it('looks anew when the time was taken by somebody else', async () => {
  answer(() => ({ ok: false, code: 'SLOT_TAKEN' }))
  render(<CounsellorPage />)
  await choose()
  hold()
  expect((await screen.findByRole('alert')).textContent).toContain('刚刚有人约了')
  await waitFor(() =>
    expect(phone.calls.filter(({ action }) => action === 'counsellors.open').length).toBeGreaterThan(1),
  )
})
