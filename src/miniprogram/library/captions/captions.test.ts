import { describe, expect, it } from 'vitest'
import { captionAt, parseCaptions } from './captions'

const file = `\uFEFFWEBVTT - 呼吸

NOTE
00:00.000 --> 00:09.000 不是字幕

STYLE
::cue { color: red }

1
00:00.500 --> 00:02.000 align:start position:10%
慢慢<b>吸气</b>

00:02.000 --> 00:00:04.250
再慢慢呼气 &amp; 放下肩膀
第二行

01:00:00.000 --> 01:00:01.000
一小时后

00:09.000 --> 00:08.000
倒着的

没有时间的一段
`

describe('captions', () => {
  const cues = parseCaptions(file.replace(/\n/g, '\r\n'))

  it('reads cues with ids, settings, markup, hours and Windows line ends', () => {
    expect(cues).toEqual([
      { from: 0.5, to: 2, text: '慢慢吸气' },
      { from: 2, to: 4.25, text: '再慢慢呼气 & 放下肩膀\n第二行' },
      { from: 3600, to: 3601, text: '一小时后' },
    ])
  })

  it('shows a cue from its first instant until just before its last', () => {
    expect(captionAt(cues, 0.4)).toBe('')
    expect(captionAt(cues, 0.5)).toBe('慢慢吸气')
    expect(captionAt(cues, 2)).toBe('再慢慢呼气 & 放下肩膀\n第二行')
    expect(captionAt(cues, 4.25)).toBe('')
  })

  it('shows two voices at once', () => {
    const both = parseCaptions('WEBVTT\n\n00:00.000 --> 00:05.000\n甲\n\n00:01.000 --> 00:02.000\n乙')
    expect(captionAt(both, 1.5)).toBe('甲\n乙')
  })

  it('finds nothing in a file that is no captions', () => {
    expect(parseCaptions('<html></html>')).toEqual([])
    expect(parseCaptions('')).toEqual([])
  })
})
