import type { Reply } from '../../contract'
import type { Refused } from '../cloud/refusal'

/** Ledgers and entries in tens. `putBack`: when the database was put back to an earlier day. */
export type Checked = { ledgers: number; entries: number; broken: number; putBack: readonly string[] }
type Page = Checked & { next: string | null }

/** Where the check is: `after` is where it would go on. */
export type Progress = { checked: Checked; after: string | undefined }

export const notBegun: Progress = { checked: { ledgers: 0, entries: 0, broken: 0, putBack: [] }, after: undefined }

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
    const { ledgers, entries, broken, putBack, next } = reply.data
    const { checked } = progress
    progress = {
      checked: {
        ledgers: checked.ledgers + ledgers,
        entries: checked.entries + entries,
        broken: checked.broken + broken,
        putBack: [...checked.putBack, ...putBack],
      },
      after: next ?? undefined,
    }
    told(progress)
    if (next === null) return { how: 'done', progress, refusal: null }
  }
  return { how: 'stopped', progress, refusal: null }
}

const number = new Intl.NumberFormat('zh-CN')
const about = (count: number) => (count < 10 ? '不到 10' : `约 ${number.format(count)}`)

export const countWords = ({ ledgers, entries }: Checked) => `${about(ledgers)} 本账本、${about(entries)} 条记录`

export const verdict = (checked: Checked) =>
  checked.broken === 0
    ? `共核对${countWords(checked)}，没有发现缺改`
    : `共核对${countWords(checked)}，其中 ${number.format(checked.broken)} 处对不上`

/** Said beside the verdict: what was read after the backup and before the restore is in no ledger, and is not missed. */
export const putBackWords = ({ putBack }: Checked, shown: (at: string) => string) =>
  putBack.length === 0
    ? ''
    : `数据库用备份恢复过：${[...putBack].sort().map(shown).join('、')}。备份之后、恢复之前的查看记录不在里面，这里不算缺少。如果没有人恢复过，请马上告诉负责人。`
