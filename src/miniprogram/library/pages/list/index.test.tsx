import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { card } from '../../../../../tests/stubs/pieces'
import { phone, resetPhone } from '../../../../../tests/stubs/taro'
import List from '.'

beforeEach(() => {
  resetPhone()
  phone.params = { topic: 'sleep' }
})
afterEach(cleanup)

const page = (from: number, next: string | null) => ({
  ok: true,
  data: { cards: Array.from({ length: 20 }, (_, i) => card(`p${from + i}`)), next },
})

it('asks for the topic and grows with the cursor when the end is reached', async () => {
  phone.answer = (_, data) => ((data as { after?: string }).after === 'two' ? page(20, null) : page(0, 'two'))
  render(<List />)
  await screen.findByText('标题 p19')
  await act(async () => phone.reachBottom())
  expect(await screen.findByText('标题 p39')).toBeTruthy()
  await act(async () => phone.reachBottom())
  expect(phone.calls.map((call) => call.data)).toEqual([{ topic: 'sleep' }, { topic: 'sleep', after: 'two' }])
  expect(screen.getByText('都在这里了')).toBeTruthy()
})

it('keeps what is shown when more cannot be had, and tries again', async () => {
  phone.answer = (_, data) => ((data as { after?: string }).after ? { ok: false, code: 'OFFLINE' } : page(0, 'two'))
  render(<List />)
  await screen.findByText('标题 p0')
  await act(async () => phone.reachBottom())
  expect(await screen.findByText('网络没有连上，请检查网络后再试')).toBeTruthy()
  expect(screen.getByText('标题 p0')).toBeTruthy()
  phone.answer = () => page(20, null)
  fireEvent.click(screen.getByRole('button', { name: '再看一些' }))
  expect(await screen.findByText('标题 p39')).toBeTruthy()
})

it('narrows by kind and says when there is nothing', async () => {
  phone.answer = (_, data) =>
    (data as { kind?: string }).kind === 'video' ? { ok: true, data: { cards: [], next: null } } : page(0, null)
  render(<List />)
  await screen.findByText('标题 p0')
  fireEvent.click(screen.getByRole('radio', { name: '视频' }))
  expect(await screen.findByText('这里还没有内容，您可以换个主题或形式看看。')).toBeTruthy()
  expect(phone.calls.at(-1)?.data).toEqual({ topic: 'sleep', kind: 'video' })
})

it('does not believe an address that names no topic', async () => {
  phone.params = { topic: 'nonsense' }
  phone.answer = () => page(0, null)
  render(<List />)
  await screen.findByText('标题 p0')
  expect(phone.calls[0]?.data).toEqual({})
})
