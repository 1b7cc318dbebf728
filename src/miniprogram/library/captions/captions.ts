export type Cue = { from: number; to: number; text: string }

const TIME = /^(?:(\d+):)?(\d{1,2}):(\d{2})[.,](\d{3})$/

const secondsOf = (time: string): number | null => {
  const match = TIME.exec(time)
  if (!match) return null
  const [, hours = '0', minutes = '0', seconds = '0', thousandths = '0'] = match
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds) + Number(thousandths) / 1000
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', nbsp: ' ', lrm: '', rlm: '' }
const plain = (line: string) =>
  line.replace(/<[^>]*>/g, '').replace(/&(amp|lt|gt|nbsp|lrm|rlm);/g, (_, name: string) => entities[name] ?? '')

/** The cues of a WebVTT file, in order; notes, styles and broken blocks are left out. WeChat's player has no captions of its own. */
export const parseCaptions = (file: string): Cue[] => {
  const cues: Cue[] = []
  for (const block of file
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .split(/\n{2,}/)) {
    const lines = block.split('\n').filter((line) => line.trim() !== '')
    const at = lines.findIndex((line) => line.includes('-->'))
    if (at < 0 || /^(NOTE|STYLE|REGION)\b/.test(lines[0] ?? '')) continue
    const [left = '', right = ''] = (lines[at] ?? '').split('-->')
    const from = secondsOf(left.trim())
    const to = secondsOf(right.trim().split(/\s+/)[0] ?? '')
    const text = lines
      .slice(at + 1)
      .map(plain)
      .join('\n')
      .trim()
    if (from === null || to === null || to <= from || text === '') continue
    cues.push({ from, to, text })
  }
  return cues.sort((a, b) => a.from - b.from)
}

/** What is being said at this second; empty between cues. */
export const captionAt = (cues: readonly Cue[], second: number) =>
  cues
    .filter((cue) => cue.from <= second && second < cue.to)
    .map((cue) => cue.text)
    .join('\n')
