import { inShanghai } from '../time'

export type ReceiptFacts = {
  number: string
  at: string
  kinds: { title: string; count: number }[]
  account: boolean
  backupsGoneAt: string
  seal: string
}

const HEAD = '心驿 删除回执'
const KINDS = '已删除的资料：'
const GONE = '已注销'
const STAYS = '没有注销'

/** To the millisecond: the seal covers the instant as it was, so nothing of it may be lost on paper. */
const shown = (instant: string) => `${inShanghai(instant).format('YYYY-MM-DD HH:mm:ss.SSS')}（北京时间）`

const instantOf = (words: string): string | null => {
  const [, day, clock] = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d\.\d{3})（北京时间）$/.exec(words) ?? []
  const instant = new Date(`${day}T${clock}+08:00`)
  if (Number.isNaN(instant.getTime())) return null
  // A day that does not exist, such as 31 February, would slide into the next month.
  return shown(instant.toISOString()) === words ? instant.toISOString() : null
}

/** A receipt as a person keeps it: plain lines that `readReceipt` reads back to the same receipt. */
export const receiptText = ({ number, at, kinds, account, backupsGoneAt, seal }: ReceiptFacts): string =>
  [
    HEAD,
    `编号：${number}`,
    `时间：${shown(at)}`,
    KINDS,
    ...kinds.map(({ title, count }) => `- ${title}：${count} 条`),
    `账号：${account ? GONE : STAYS}`,
    `备份最迟清除：${shown(backupsGoneAt)}`,
    `核对码：${seal}`,
  ].join('\n')

/** What chat programs do to text on its way: other line ends, spaces, invisible marks. */
const linesOf = (text: string) =>
  text
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g, '')
    .split(/\r\n|[\r\n\u2028\u2029]/)
    .map((line) => line.replace(/[\u00a0\u3000\t ]+/g, ' ').trim())
    .filter(Boolean)

/**
 * Null when this is no whole receipt. Words before and after it are passed over; between its first and last line nothing is,
 * so that nobody can slip a sentence into a genuine receipt.
 */
export function readReceipt(text: string): ReceiptFacts | null {
  const all = linesOf(text)
  const lines = all.slice(all.indexOf(HEAD))
  if (lines[0] !== HEAD || lines.indexOf(HEAD, 1) !== -1) return null
  const sealed = lines.findIndex((line) => line.startsWith('核对码'))
  if (sealed < 6) return null
  const [, number, at, head, ...rest] = lines.slice(0, sealed + 1)
  const [account, gone, seal] = rest.slice(-3)
  const after = (line: string | undefined, label: string) =>
    line?.match(new RegExp(`^${label} ?[：:] ?(.+)$`))?.[1] ?? null

  const kinds = rest.slice(0, -3).map((line) => {
    const [, title, count] = /^- ?(.+)[：:] ?(\d{1,9}) ?条$/.exec(line) ?? []
    return title && count ? { title: title.trim(), count: Number(count) } : null
  })
  const standing = after(account, '账号')
  const facts = {
    number: after(number, '编号'),
    at: instantOf(after(at, '时间') ?? ''),
    backupsGoneAt: instantOf(after(gone, '备份最迟清除') ?? ''),
    seal: after(seal, '核对码'),
  }
  const known = standing === GONE || standing === STAYS
  if (head?.replace(':', '：') !== KINDS || !known || kinds.some((kind) => kind === null)) return null
  if (!facts.number || !facts.at || !facts.backupsGoneAt || !facts.seal) return null
  return {
    number: facts.number,
    at: facts.at,
    kinds: kinds.filter((kind) => kind !== null),
    account: standing === GONE,
    backupsGoneAt: facts.backupsGoneAt,
    seal: facts.seal,
  }
}
