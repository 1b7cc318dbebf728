import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { doorListOf, phoneStore } from '../../../../tests/stubs/door'
import { codeAt, qrText } from '../../../domain/tickets/code'
import { newId } from '../../phone/new-id'
import { openBook } from './door-book'
import { createDoorKept } from './door-kept'
import { DoorScan } from './door-scan'
import type { Scanned } from './door-scanner'

/** The camera and what is felt: the phone's, not ours. */
const camera = vi.hoisted(() => ({ sees: [] as unknown[], felt: [] as string[] }))
vi.mock('./door-scanner', () => ({
  canScan: true,
  scanOnce: async () => camera.sees.shift() ?? 'put-away',
  shake: (isShort: boolean) => camera.felt.push(isShort ? 'short' : 'long'),
}))

beforeEach(() => {
  vi.useFakeTimers()
  camera.sees = []
  camera.felt = []
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const sees = (...scanned: Scanned[]) => camera.sees.push(...scanned)
const opened = () => {
  const list = doorListOf(['林', '赵', '钱'], new Date())
  const book = openBook(list, createDoorKept(phoneStore().storage, newId), newId)
  const said: string[] = []
  const onScan = (ticketId: string, code: string) => book.scan(ticketId, { code, by: 'qr', at: new Date() })
  render(<DoorScan book={book} onScan={onScan} onSay={(text) => said.push(text)} />)
  const pictures = list.tickets.map(({ ticketId, key }) => ({ text: qrText(ticketId, codeAt(key, new Date())) }))
  const begin = async () => {
    fireEvent.click(screen.getByRole('button', { name: '扫票上的码' }))
    await act(() => vi.advanceTimersByTimeAsync(10_000))
  }
  return { book, said, pictures, begin }
}

it('goes on from ticket to ticket until the scanner is put away', async () => {
  const { book, pictures, begin } = opened()
  sees(...pictures, 'put-away')
  await begin()
  expect(book.counts(new Date()).came.people).toBe(3)
  expect(camera.felt).toEqual(['short', 'short', 'short'])
})

it('stops at what is worth a look', async () => {
  const { book, pictures, begin } = opened()
  const [lin, zhao] = pictures
  if (!lin || !zhao) throw new Error('nobody is there')
  sees(lin, lin, zhao)
  await begin()
  expect(book.latest(9).map(({ verdict }) => verdict)).toEqual(['double', 'came'])
  expect(camera.felt).toEqual(['short', 'long'])
  await begin()
  expect(book.counts(new Date()).came.people).toBe(2)
})

it('says of any other picture that it is no ticket, and of a camera that stays shut what else there is', async () => {
  const { book, said, begin } = opened()
  sees({ text: 'https://example.org' })
  await begin()
  sees('no-camera')
  await begin()
  expect(said).toEqual([expect.stringContaining('这不是活动的票'), expect.stringContaining('相机没有打开')])
  expect(book.waiting()).toBe(0)
})
