import { describe, expect, it } from 'vitest'
import { fileProblem, shownBytes } from './accepted'

const MB = 1024 * 1024

describe('a chosen file', () => {
  it('may travel up to the limit and not a byte more', () => {
    expect(fileProblem('image', { name: '封面.JPG', size: 5 * MB }, 5 * MB)).toBeNull()
    expect(fileProblem('image', { name: '封面.jpg', size: 5 * MB + 1 }, 5 * MB)).toContain('最大 5 MB')
  })

  it('has an ending of its kind and something in it', () => {
    expect(fileProblem('captions', { name: 'a.srt', size: 10 }, MB)).toContain('.vtt')
    expect(fileProblem('video', { name: 'a.mp4.exe', size: 10 }, MB)).toContain('.mp4')
    expect(fileProblem('audio', { name: 'a.mp3', size: 0 }, MB)).toContain('空')
  })

  it('has a size people can read', () => {
    expect([shownBytes(12), shownBytes(2048), shownBytes(1.5 * MB), shownBytes(200 * MB)]).toEqual([
      '12 B',
      '2 KB',
      '1.5 MB',
      '200 MB',
    ])
  })
})
