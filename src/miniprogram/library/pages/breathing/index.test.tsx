import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { phone, resetPhone } from '../../../../../tests/stubs/taro'
import Breathing from '.'

beforeEach(() => {
  resetPhone()
  vi.useFakeTimers()
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const pass = (seconds: number) => act(() => vi.advanceTimersByTimeAsync(seconds * 1000))

it('leads in for four seconds and out for six, to the end of the minute', async () => {
  render(<Breathing />)
  fireEvent.click(screen.getByRole('button', { name: '开始' }))
  expect(screen.getByText('吸气')).toBeTruthy()
  await pass(4)
  expect(screen.getByText('呼气')).toBeTruthy()
  await pass(6)
  expect(screen.getByText('吸气')).toBeTruthy()
  await pass(50)
  expect(screen.getByText('这一次做完了')).toBeTruthy()
  expect(screen.getByRole('button', { name: '再做一次' })).toBeTruthy()
  expect(phone.calls).toEqual([])
})

it('pauses by itself when covered and goes on from there', async () => {
  render(<Breathing />)
  fireEvent.click(screen.getByRole('button', { name: '开始' }))
  await pass(5)
  act(() => phone.hide())
  await pass(30)
  expect(screen.getByText('还有 0:55')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: '接着做' }))
  expect(screen.getByText('呼气')).toBeTruthy()
})

it('takes three or five minutes as well', async () => {
  render(<Breathing />)
  fireEvent.click(screen.getByRole('radio', { name: '5 分钟' }))
  expect(screen.getByText('还有 5:00')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: '开始' }))
  await pass(60)
  expect(screen.getByText('还有 4:00')).toBeTruthy()
})
