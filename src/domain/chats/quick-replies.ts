export const MOST_REPLIES = 30
/** Characters of one. */
export const MOST_REPLY = 200

export type QuickReply = { id: string; text: string }

/** What a counsellor finds before they wrote any of their own: words that promise nothing and judge nobody. */
export const firstReplies: readonly QuickReply[] = [
  '您好，我在。您慢慢说，不着急。',
  '谢谢您愿意告诉我这些。',
  '听起来这段时间很不容易。',
  '我想确认一下我听明白了没有：',
  '这件事里，现在最让您难受的是什么？',
  '您不用一次说完，想到哪里说到哪里。',
  '我需要一两分钟想一想再回您，您还在吗？',
  '今天先说到这里好吗？您随时可以再来。',
].map((text, index) => ({ id: `firstreply${String(index + 1).padStart(6, '0')}`, text }))
