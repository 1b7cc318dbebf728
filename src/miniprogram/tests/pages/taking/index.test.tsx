import Taro from '@tarojs/taro'
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { phone, resetPhone } from '../../../../../tests/stubs/taro'
import type { InstrumentId } from '../../../../domain/instruments/instrument'
import { deviceKey } from '../../../cloud/device-key'
import { forgetTakings, keepTaking, type Taking, takingOf } from '../../../phone/takings'
import TakingPage from '.'

const HELP = '/pages/help/index?from=answer'

beforeEach(() => {
  resetPhone()
  forgetTakings()
  deviceKey.keep('d_1')
})
afterEach(cleanup)

const begun = (id: InstrumentId, change: Partial<Taking> = {}) => {
  const now = new Date().toISOString()
  keepTaking({
    resultId: 'abcdefghijklmnop',
    instrumentId: id,
    version: 1,
    answers: {},
    item: 1,
    sex: 'unsaid',
    agreed: true,
    begunAt: now,
    touchedAt: now,
    helped: '',
    soft: false,
    done: false,
    counted: false,
    ...change,
  })
  phone.params = { of: id }
  return render(<TakingPage />)
}
const held = (id: InstrumentId) => takingOf(id, new Date())
const option = (name: string) => screen.getByRole('radio', { name })
const tap = (name: string) => fireEvent.click(screen.getByRole('button', { name }))
const eight = { 1: 0, 2: 0, 3: 0, 4: 0, 5: 0, 6: 0, 7: 0, 8: 0 }
const helpShown = () => vi.mocked(Taro.navigateTo).mock.calls.filter(([asked]) => asked.url === HELP).length
const submits = () => phone.calls.filter(({ action }) => action === 'results.submit')
const scored = (id: InstrumentId) => (_: string, data: unknown) => ({
  ok: true,
  data: {
    complete: true,
    result: {
      id: (data as { resultId: string }).resultId,
      instrumentId: id,
      version: 1,
      takenAt: '2026-11-22T08:00:00.000Z',
      scores: [],
    },
  },
})

describe('one question after the other', () => {
  it('says where one is, goes on only with an answer, and back to it', () => {
    begun('gad7')
    expect(screen.getByText('第 1 题，共 7 题')).toBeTruthy()
    expect(screen.getByRole('button', { name: '下一题' }).getAttribute('aria-disabled')).toBe('true')
    tap('下一题')
    expect(screen.getByText('第 1 题，共 7 题')).toBeTruthy()
    fireEvent.click(option('好几天'))
    tap('下一题')
    expect(screen.getByText('第 2 题，共 7 题')).toBeTruthy()
    tap('上一题')
    expect(option('好几天').getAttribute('aria-checked')).toBe('true')
    expect(held('gad7')).toMatchObject({ answers: { 1: 1 }, item: 1 })
  })

  it('a second tap of the same finger answers nothing and skips nothing', () => {
    begun('gad7')
    fireEvent.click(option('好几天'))
    const next = screen.getByRole('button', { name: '下一题' })
    act(() => {
      next.click()
      next.click()
    })
    expect(screen.getByText('第 2 题，共 7 题')).toBeTruthy()
    expect(held('gad7')?.answers).toEqual({ 1: 1 })
  })

  it('is answered by numbers and gone on with by Enter; arrows only move', () => {
    begun('gad7')
    const group = screen.getByRole('radiogroup')
    option('完全不会').focus()
    fireEvent.keyDown(group, { key: 'ArrowDown' })
    expect(document.activeElement).toBe(option('好几天'))
    expect(held('gad7')?.answers).toEqual({})
    fireEvent.keyDown(option('好几天'), { key: '3' })
    expect(held('gad7')?.answers).toEqual({ 1: 2 })
    fireEvent.keyDown(option('一半以上的天数'), { key: 'Enter' })
    expect(screen.getByText('第 2 题，共 7 题')).toBeTruthy()
  })

  it('leaves out what an answer settles', () => {
    begun('audit-c')
    fireEvent.click(option('从不'))
    expect(screen.getByText('第 1 题，共 1 题')).toBeTruthy()
    phone.answer = scored('audit-c')
    tap('答完了，看结果')
    expect(submits()[0]?.data).toMatchObject({ answers: { 1: 0 } })
  })

  it('is gone from the phone when the person does not go on', async () => {
    begun('gad7', { answers: { 1: 1 }, item: 2 })
    tap('不再继续')
    await waitFor(() => expect(held('gad7')).toBeNull())
    expect(JSON.stringify({ ...localStorage })).toContain('tests.left.gad7.2')
    expect(submits()).toEqual([])
  })
})

describe('an answer that calls for help', () => {
  it('is followed by help at once, on the same tap, with nothing asked of the cloud', () => {
    begun('phq9', { answers: eight, item: 9 })
    fireEvent.click(option('好几天'))
    expect(helpShown()).toBe(1)
    expect(screen.queryByRole('radiogroup')).toBeNull()
    expect(phone.calls).toEqual([])
    expect(screen.getByRole('button', { name: /^拨打 12356/ })).toBeTruthy()
  })

  it('is followed by help when it came by the keyboard', () => {
    begun('phq9', { answers: eight, item: 9 })
    fireEvent.keyDown(option('完全不会'), { key: '4' })
    expect(helpShown()).toBe(1)
  })

  it('is followed by help when it was given earlier and help never came', () => {
    begun('phq9', { answers: { ...eight, 9: 2 }, item: 9 })
    expect(helpShown()).toBe(1)
    expect(screen.queryByRole('radiogroup')).toBeNull()
  })

  it('lets the person go on afterwards, and is not followed twice', async () => {
    begun('phq9', { answers: eight, item: 9 })
    fireEvent.click(option('好几天'))
    await waitFor(() => expect(held('phq9')?.helped).toBe('9:1'))
    act(() => phone.show())
    expect(option('好几天').getAttribute('aria-checked')).toBe('true')
    fireEvent.click(option('好几天'))
    expect(helpShown()).toBe(1)
    phone.answer = scored('phq9')
    tap('答完了，看结果')
    await waitFor(() => expect(Taro.redirectTo).toHaveBeenCalled())
    expect(vi.mocked(Taro.redirectTo).mock.calls[0]?.[0].url).toContain('&soft=1')
  })

  it('changed to another, or taken back and given again, is a new answer', async () => {
    begun('phq9', { answers: eight, item: 9 })
    fireEvent.click(option('好几天'))
    await waitFor(() => expect(held('phq9')?.helped).toBe('9:1'))
    act(() => phone.show())
    fireEvent.click(option('几乎每天'))
    expect(helpShown()).toBe(2)
    await waitFor(() => expect(held('phq9')?.helped).toBe('9:3'))
    act(() => phone.show())
    fireEvent.click(option('完全不会'))
    expect(helpShown()).toBe(2)
    fireEvent.click(option('几乎每天'))
    expect(helpShown()).toBe(3)
  })

  it('is followed by one help page, however quick the fingers, and by none for what it covered', async () => {
    begun('phq9', { answers: eight, item: 9 })
    const [quick, quicker] = [option('好几天'), option('几乎每天')]
    act(() => {
      quick.click()
      quick.click()
      quicker.click()
    })
    expect(helpShown()).toBe(1)
    tap('打开求助电话')
    await waitFor(() => expect(held('phq9')?.helped).toBe('9:3'))
    expect(helpShown()).toBe(1)
    act(() => phone.show())
    expect(option('几乎每天').getAttribute('aria-checked')).toBe('true')
  })

  it.each([
    ['this page', 0],
    ['all pages', 1],
  ])('is followed by help in the place of %s when WeChat opens no more, with a way back', async (_, refusals) => {
    vi.mocked(Taro.navigateTo).mockRejectedValueOnce({ errMsg: 'navigateTo:fail webview count limit exceed' })
    if (refusals > 0) vi.mocked(Taro.redirectTo).mockRejectedValueOnce({ errMsg: 'redirectTo:fail' })
    begun('phq9', { answers: eight, item: 9 })
    fireEvent.click(option('好几天'))
    const opens = refusals > 0 ? Taro.reLaunch : Taro.redirectTo
    await waitFor(() => expect(opens).toHaveBeenLastCalledWith({ url: `${HELP}&of=phq9` }))
    await waitFor(() => expect(held('phq9')?.helped).toBe('9:1'))
  })

  it('brings the numbers in place of the question when the help page cannot be opened', async () => {
    vi.mocked(Taro.navigateTo).mockRejectedValueOnce({ errMsg: 'navigateTo:fail' })
    vi.mocked(Taro.redirectTo).mockRejectedValueOnce({ errMsg: 'redirectTo:fail' })
    vi.mocked(Taro.reLaunch).mockRejectedValueOnce({ errMsg: 'reLaunch:fail' })
    begun('srq20', { item: 17 })
    fireEvent.click(option('是'))
    await act(async () => undefined)
    act(() => phone.show())
    expect(screen.queryByRole('radiogroup')).toBeNull()
    expect(screen.getByRole('button', { name: /^拨打 120/ })).toBeTruthy()
    tap('打开求助电话')
    await waitFor(() => expect(held('srq20')?.helped).toBe('17:0'))
  })
})

it('is still on the phone after a quick hide, as the words before it say', () => {
  begun('phq9', { answers: eight, item: 9 })
  fireEvent.click(screen.getByRole('button', { name: /^快速隐藏/ }))
  expect(Taro.reLaunch).toHaveBeenCalledWith({ url: '/pages/notes/index' })
  expect(held('phq9')).toMatchObject({ answers: eight, item: 9 })
})

describe('sending', () => {
  const all = { 1: 0, 2: 0, 3: 1, 4: 0, 5: 0, 6: 0 }

  it('is done once, however often it is tapped, and then nothing is left on the phone', async () => {
    begun('gad7', { answers: all, item: 7 })
    phone.answer = scored('gad7')
    fireEvent.click(option('完全不会'))
    const finish = screen.getByRole('button', { name: '答完了，看结果' })
    act(() => {
      finish.click()
      finish.click()
    })
    await waitFor(() => expect(Taro.redirectTo).toHaveBeenCalled())
    expect(submits()).toHaveLength(1)
    expect(held('gad7')).toBeNull()
    expect(vi.mocked(Taro.redirectTo).mock.calls[0]?.[0].url).toBe(
      '/tests/pages/result/index?id=abcdefghijklmnop&of=gad7',
    )
  })

  it('waits for the network, and is the same taking when it is back', async () => {
    begun('gad7', { answers: all, item: 7 })
    fireEvent.click(option('完全不会'))
    tap('答完了，看结果')
    expect(await screen.findByText(/现在没有送到。回答还在这部手机上/)).toBeTruthy()
    expect(held('gad7')).toMatchObject({ done: true, resultId: 'abcdefghijklmnop' })
    phone.answer = scored('gad7')
    act(() => void window.dispatchEvent(new Event('online')))
    await waitFor(() => expect(Taro.redirectTo).toHaveBeenCalled())
    expect(new Set(submits().map(({ data }) => (data as { resultId: string }).resultId)).size).toBe(1)
  })

  it('asks before anything leaves the phone when the person could not be asked at the beginning', async () => {
    begun('gad7', { answers: all, item: 7, agreed: false })
    let given = false
    phone.answer = (action, data) =>
      action === 'consents.list'
        ? { ok: true, data: { rows: [{ purpose: 'tests', given, history: [] }] } }
        : scored('gad7')(action, data)
    fireEvent.click(option('完全不会'))
    tap('答完了，看结果')
    expect(await screen.findByRole('button', { name: '看看说明再决定' })).toBeTruthy()
    expect(submits()).toEqual([])
    given = true
    act(() => phone.show())
    await waitFor(() => expect(submits()).toHaveLength(1))
  })

  it('goes back to what the cloud found missing', async () => {
    begun('gad7', { answers: all, item: 7 })
    phone.answer = () => ({ ok: true, data: { complete: false, missing: [4] } })
    fireEvent.click(option('完全不会'))
    tap('答完了，看结果')
    expect(await screen.findByText('第 4 题，共 7 题')).toBeTruthy()
  })
})

it('says so when there is nothing to go on with', () => {
  phone.params = { of: 'phq9' }
  render(<TakingPage />)
  expect(screen.getByText(/没有找到没答完的测评/)).toBeTruthy()
})
