import type { QuickReply } from '../../domain/chats/quick-replies'

/** What is looked for: only at the beginning, and in one line, so that a date such as 11/23 opens nothing. */
export const soughtIn = (draft: string): string | null => (/^\/[^\n]*$/.test(draft) ? draft.slice(1).trim() : null)

export const matching = (rows: readonly QuickReply[], sought: string): QuickReply[] =>
  rows.filter(({ text }) => text.toLowerCase().includes(sought.toLowerCase()))

/** Down from the last is the first again. */
export const stepped = (at: number, step: 1 | -1, count: number): number =>
  count === 0 ? 0 : (at + step + count) % count
