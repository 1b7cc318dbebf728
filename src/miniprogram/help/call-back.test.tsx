import Taro from '@tarojs/taro'
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { phone, resetPhone } from '../../../tests/stubs/taro'
import { deviceKey } from '../cloud/device-key'
import { wayToConsent } from '../parts/ways'
import { CallBack } from './call-back'
import { said } from './use-call-back'

const NUMBER = '13800138000'
const NOBODY = { onDuty: false, nextAt: null }
const SOMEBODY = { onDuty: true, nextAt: null }

type Cloud = {
  duty: unknown
  standing: { id: string; state: 'waiting' | 'accepted' } | null
  agreed: boolean
  ask: (data: { callId: string; phone: string }) => unknown
  withdraw: () => unknown
}
let cloud: Cloud

beforeEach(() => {
  resetPhone()
  cloud = {
    duty: { ok: true, data: SOMEBODY },
    standing: null,
    agreed: true,
    ask: ({ callId }) => {
      cloud.standing = { id: callId, state: 'waiting' }
      return { ok: true, data: { ...SOMEBODY, acceptBy: null } }
    },
    withdraw: () => {
      cloud.standing = null
      return { ok: true, data: {} }
    },
  }
  const openedAt = '2026-11-22T15:30:00.000Z'
  phone.answer = (action, data) => {
    if (action === 'duty.now') return cloud.duty
    if (action === 'calls.mine')
      return { ok: true, data: { call: cloud.standing && { ...cloud.standing, openedAt, ...SOMEBODY } } }
    if (action === 'consents.list')
      return { ok: true, data: { rows: [{ purpose: 'call-back', given: cloud.agreed, history: [] }] } }
    if (action === 'calls.ask') return cloud.ask(data as { callId: string; phone: string })
    if (action === 'calls.withdraw') return cloud.withdraw()
    throw new Error(action)
  }
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const actions = () => phone.calls.map(({ action }) => action)
const asked = () =>
  phone.calls
    .filter(({ action }) => action === 'calls.ask')
    .map(({ data }) => data as { callId: string; phone: string })
const alert = async (text: string) => expect((await screen.findByRole('alert')).textContent).toBe(text)
const write = (text: string) => fireEvent.change(screen.getByLabelText('您的电话号码'), { target: { value: text } })
const send = () => fireEvent.click(screen.getByRole('button', { name: '请给我回电' }))
const known = () => deviceKey.keep('d_1')
const fill = async (text: string) => {
  render(<CallBack />)
  fireEvent.click(screen.getByRole('button', { name: /^留一个号码/ }))
  write(text)
  await screen.findByText('现在有同事值守，一般 5 分钟内接下。')
}

describe('whether anybody is there', () => {
  it('is not claimed before it is known, nor when it cannot be known', async () => {
    cloud.duty = { ok: false, code: 'OFFLINE' }
    render(<CallBack />)
    expect(screen.getByText(/^正在查/)).toBeTruthy()
    await screen.findByText('现在查不到有没有同事值守，上面的电话都可以直接打。')
    cloud.duty = { ok: true, data: NOBODY }
    phone.show()
    await screen.findByText(/^现在没有同事值守/)
  })
  it('is asked of a browser without a key, which is given none for looking', async () => {
    render(<CallBack />)
    await screen.findByText(/^现在有同事值守/)
    expect(actions()).toEqual(['duty.now'])
    expect(deviceKey.read()).toBeNull()
  })
})

describe('leaving a number', () => {
  it('says before who calls, what is kept, who knows and how to take it back', () => {
    render(<CallBack />)
    fireEvent.click(screen.getByRole('button', { name: /^留一个号码/ }))
    for (const about of ['谁打来', '存什么', '谁知道', '改主意了']) expect(screen.getByText(about)).toBeTruthy()
  })
  it('sends nothing that cannot be called', async () => {
    known()
    await fill('1380013')
    send()
    await alert(said.notFit)
    expect(actions()).not.toContain('calls.ask')
  })
  it('says so only until another number is written', async () => {
    known()
    await fill('1380013')
    send()
    await alert(said.notFit)
    write('13800138')
    expect(screen.queryByRole('alert')).toBeNull()
  })
  it('is asked for once by two taps of one finger', async () => {
    known()
    await fill(NUMBER)
    const button = screen.getByRole('button', { name: '请给我回电' })
    act(() => {
      button.click()
      button.click()
    })
    await screen.findByText('正在等同事接下')
    expect(asked()).toHaveLength(1)
  })
  it('leads to the words once more when the consent was withdrawn on another phone in that moment', async () => {
    known()
    const arrive = cloud.ask
    cloud.ask = () => ({ ok: false, code: 'CONSENT_NEEDED', purpose: 'call-back' })
    await fill(NUMBER)
    send()
    await waitFor(() => expect(Taro.navigateTo).toHaveBeenCalledWith({ url: wayToConsent('call-back') }))
    cloud.ask = arrive
    phone.show()
    await screen.findByText('正在等同事接下')
  })
  it('is waiting once it arrived, and the number is nowhere on the phone', async () => {
    known()
    await fill('138 0013 8000')
    send()
    await screen.findByText('正在等同事接下')
    expect(asked()).toEqual([{ callId: expect.stringMatching(/^[a-z0-9]{24}$/), phone: NUMBER }])
    expect(JSON.stringify({ ...localStorage, ...sessionStorage })).not.toContain('138')
  })
  it('leads to the words to agree to first, with the number still on this phone, and goes on by itself afterwards', async () => {
    known()
    cloud.agreed = false
    await fill(NUMBER)
    send()
    await waitFor(() => expect(Taro.navigateTo).toHaveBeenCalledWith({ url: wayToConsent('call-back') }))
    expect(JSON.stringify(phone.calls)).not.toContain(NUMBER)
    expect(JSON.stringify({ ...localStorage, ...sessionStorage })).not.toContain(NUMBER)
    cloud.agreed = true
    phone.show()
    await screen.findByText('正在等同事接下')
    expect(asked()).toHaveLength(1)
  })
  it('says that nothing was sent to somebody who came back without agreeing', async () => {
    await fill(NUMBER)
    send()
    await waitFor(() => expect(Taro.navigateTo).toHaveBeenCalled())
    phone.show()
    await alert(said.notAgreed)
    expect(JSON.stringify(phone.calls)).not.toContain(NUMBER)
  })
  it('says that it cannot be sent off line, and keeps what was typed', async () => {
    known()
    await fill(NUMBER)
    phone.answer = () => ({ ok: false, code: 'OFFLINE' })
    send()
    await alert(said.notSent)
    expect(screen.getByLabelText<HTMLInputElement>('您的电话号码').value).toBe(NUMBER)
  })
  it('asks again under the same id when the answer was lost, and under another for another number', async () => {
    known()
    const arrive = cloud.ask
    cloud.ask = () => ({ ok: false, code: 'TIMED_OUT' })
    await fill(NUMBER)
    send()
    await alert(said.lost)
    send()
    await waitFor(() => expect(asked()).toHaveLength(2))
    await alert(said.lost)
    cloud.ask = arrive
    write('13900139000')
    send()
    await screen.findByText('正在等同事接下')
    const [first, second, third] = asked()
    expect(second).toEqual(first)
    expect(third?.callId).not.toBe(first?.callId)
  })
  it('shows the one that waits already instead of a second', async () => {
    known()
    await fill(NUMBER)
    cloud.ask = () => {
      cloud.standing = { id: 'earlier', state: 'waiting' }
      return { ok: false, code: 'CALL_WAITING' }
    }
    send()
    await screen.findByText('正在等同事接下')
    await alert('您的回电请求已经在等了，不用再留一次；着急的话请直接打 12356 或 120')
  })
})

describe('a number that was left', () => {
  it('is seen to be accepted by somebody who stays on the page', async () => {
    known()
    cloud.standing = { id: 'one', state: 'waiting' }
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    render(<CallBack />)
    await screen.findByText('正在等同事接下')
    cloud.standing = { id: 'one', state: 'accepted' }
    vi.advanceTimersByTime(30_000)
    await screen.findByText('同事已经接下')
  })
  it('is withdrawn after one question, and says so', async () => {
    known()
    cloud.standing = { id: 'one', state: 'waiting' }
    render(<CallBack />)
    fireEvent.click(await screen.findByRole('button', { name: '撤回回电请求' }))
    await screen.findByText(said.withdrawn)
    expect(phone.calls.find(({ action }) => action === 'calls.withdraw')?.data).toEqual({ callId: 'one' })
    expect(screen.getByRole('button', { name: /^留一个号码/ })).toBeTruthy()
  })
  it('is said to be over when it was withdrawn on another phone, seen or tapped', async () => {
    known()
    cloud.standing = { id: 'one', state: 'waiting' }
    render(<CallBack />)
    await screen.findByText('正在等同事接下')
    cloud.standing = null
    phone.show()
    await screen.findByText(said.over)
    expect(screen.getByRole('button', { name: /^留一个号码/ })).toBeTruthy()

    cloud.standing = { id: 'two', state: 'waiting' }
    phone.show()
    cloud.withdraw = () => ({ ok: false, code: 'CALL_NOT_FOUND' })
    fireEvent.click(await screen.findByRole('button', { name: '撤回回电请求' }))
    await screen.findByText(said.over)
  })
  it('still stands when taking it back did not arrive', async () => {
    known()
    cloud.standing = { id: 'one', state: 'waiting' }
    cloud.withdraw = () => ({ ok: false, code: 'OFFLINE' })
    render(<CallBack />)
    fireEvent.click(await screen.findByRole('button', { name: '撤回回电请求' }))
    await alert(said.notWithdrawn)
    expect(screen.getByText('正在等同事接下')).toBeTruthy()
  })
})
