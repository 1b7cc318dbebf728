import { describe, expect, it } from 'vitest'
import type { State } from './bench'
import { hereWords } from './here-words'
import type { Listed } from './words'

const at = (clock: string) => new Date(`2026-03-10T${clock}:00+08:00`).toISOString()
const state = (wanted: boolean, listed: Partial<Listed> | null, broken = false): State => ({
  wanted,
  listed: listed && { waiting: [], held: [], hereUntil: null, open: true, changesAt: at('23:00'), ...listed },
  listedAt: null,
  refusal: broken ? { ok: false, code: 'OFFLINE' } : null,
  conversations: [],
  openId: null,
})

describe('what the switch says', () => {
  it('is until when it holds', () => {
    expect(hereWords(state(true, { hereUntil: at('14:31') }))).toContain('最迟 14:31 起不再派')
    expect(hereWords(state(true, { hereUntil: at('14:31') }))).toContain('开放到 23:00')
  })

  it('does not claim somebody is there who cannot be heard, or outside the hours', () => {
    expect(hereWords(state(true, { hereUntil: at('14:31') }, true))).toContain('14:31 以后不再派给您')
    expect(hereWords(state(true, { open: false, changesAt: at('10:00') }))).toContain('10:00 起才会派')
    expect(hereWords(state(false, {}))).toContain('不会派给您')
  })

  it('knows of another window', () => {
    expect(hereWords(state(false, { hereUntil: at('14:31') }))).toContain('另一个窗口')
  })
})
