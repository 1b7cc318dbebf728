import { expect, it } from 'vitest'
import { meaningOf } from './use-keys'

const key = (code: string, held: Partial<KeyboardEvent> = {}) =>
  ({ altKey: true, ctrlKey: false, metaKey: false, code, ...held }) as KeyboardEvent

it('goes by the place of a key with Alt and nothing else', () => {
  expect(['ArrowUp', 'ArrowDown', 'KeyA', 'KeyB'].map((code) => meaningOf(key(code)))).toEqual([
    'before',
    'next',
    'accept',
    null,
  ])
  expect(meaningOf(key('KeyA', { altKey: false }))).toBeNull()
  expect(meaningOf(key('KeyA', { ctrlKey: true }))).toBeNull()
})
