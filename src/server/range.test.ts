import { describe, expect, it } from 'vitest'
import { rangeOf } from './range'

describe('one range of a file of 100 bytes', () => {
  it.each([
    ['bytes=0-0', { start: 0, end: 0 }],
    ['bytes=10-19', { start: 10, end: 19 }],
    ['bytes=90-', { start: 90, end: 99 }],
    ['bytes=-10', { start: 90, end: 99 }],
    ['bytes=-1000', { start: 0, end: 99 }],
    ['bytes=50-1000', { start: 50, end: 99 }],
    ['bytes=99-99', { start: 99, end: 99 }],
  ])('%s is sent as asked', (header, range) => expect(rangeOf(header, 100)).toEqual(range))

  it.each(['bytes=100-', 'bytes=100-200', 'bytes=-0'])('%s asks for what is not there', (header) =>
    expect(rangeOf(header, 100)).toBe('none'),
  )

  it.each([undefined, '', 'bytes=', 'bytes=-', 'bytes=5-2', 'bytes=0-1,5-6', 'items=0-1', 'bytes=a-b', 'bytes=0x1-2'])(
    '%s is sent whole',
    (header) => expect(rangeOf(header, 100)).toBeUndefined(),
  )

  it('of an empty file there is none', () => {
    expect(rangeOf('bytes=0-', 0)).toBe('none')
    expect(rangeOf('bytes=-5', 0)).toBe('none')
  })
})
