import type { Reply } from '../../contract'
import type { Refused } from '../cloud/refusal'

export type Checked = { ledgers: number; entries: number; broken: number }
type Page = Checked & { next: string | null }

/** Where the check is: `after` is where it would go on. */
export type Progress = { checked: Checked; after: string | undefined }

export const notBegun: Progress = { checked: { ledgers: 0, entries: 0, broken: 0 }, after: undefined }

type End = { how: 'done' | 'stopped' | 'refused'; progress: Progress; refusal: Refused | null }

/** Page after page from where it stands until the last one, a stop, or a refusal; what was checked is never lost. */
export const verifyFrom = async (
  from: Progress,
  call: (after: string | undefined) => Promise<Reply<Page, never>>,
  { signal, told }: { signal: AbortSignal; told: (progress: Progress) => void },
): Promise<End> => {
  let progress = from
  while (!signal.aborted) {
    const reply = await call(progress.after)
    if (signal.aborted) break
    if (!reply.ok) return { how: 'refused', progress, refusal: reply }
    const { ledgers, entries, broken, next } = reply.data
    const { checked } = progress
    progress = {
      checked: {
        ledgers: checked.ledgers + ledgers,
        entries: checked.entries + entries,
        broken: checked.broken + broken,
      },
      after: next ?? undefined,
    }
    told(progress)
    if (next === null) return { how: 'done', progress, refusal: null }
  }
  return { how: 'stopped', progress, refusal: null }
}

const number = new Intl.NumberFormat('zh-CN')

export const countWords = ({ ledgers, entries }: Checked) =>
  `${number.format(ledgers)} 本账本、${number.format(entries)} 条记录`

export const verdict = (checked: Checked) =>
  checked.broken === 0
    ? `共核对 ${countWords(checked)}，没有发现缺改`
    : `共核对 ${countWords(checked)}，其中 ${number.format(checked.broken)} 处对不上`
