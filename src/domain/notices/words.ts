/** What a notice can say. The words are all that anybody sees of it, on a locked phone too. */
export const noticeKinds = [
  'booking-tomorrow',
  'booking-soon',
  'booking-changed',
  'booking-cancelled',
  'slot-offered',
  'wish-answered',
  'chat-waiting',
  'call-accepted',
  'looked-at',
] as const
export type NoticeKind = (typeof noticeKinds)[number]

/** What a notice speaks of. */
export const subjectKinds = ['booking', 'offer', 'wish', 'chat', 'call', 'reading'] as const
export type SubjectKind = (typeof subjectKinds)[number]

/** WeChat shows at most 20 characters of a field («thing», 发送订阅消息). */
export const MOST_WORDS = 20

/** True also when they are read hours later; nothing of what was said, of whom, or why. */
export const noticeWords: Record<NoticeKind, string> = {
  'booking-tomorrow': '您有一个预约，一天之内开始',
  'booking-soon': '您有一个预约，很快开始',
  'booking-changed': '您的预约有变动，请看一看',
  'booking-cancelled': '您有一个预约取消了',
  'slot-offered': '您等的时间空出来了，请看一看',
  'wish-answered': '您想要的时间有回复了',
  'chat-waiting': '您有一条新的回复',
  'call-accepted': '同事已接下，会按您留的号码打来',
  'looked-at': '您的资料被查看过，点开看是谁、为什么',
}

/** Said before something begins, and of no use once it has begun. */
export const isReminder = (kind: NoticeKind) => kind === 'booking-tomorrow' || kind === 'booking-soon'

/** The person waits for it at this very moment, so it comes at night too. */
export const isAwaited = (kind: NoticeKind) => kind === 'chat-waiting' || kind === 'call-accepted'

/** What may leave the app for WeChat's list of messages; the rest stays in the inbox. */
export const pushedKinds = [
  'booking-tomorrow',
  'booking-soon',
  'booking-changed',
  'booking-cancelled',
  'slot-offered',
  'wish-answered',
  'chat-waiting',
] as const satisfies readonly NoticeKind[]

/** Where a notice leads: pages of the app and nothing else. Empty where there is nothing to open. */
export const noticePaths: Record<NoticeKind, string> = {
  'booking-tomorrow': '',
  'booking-soon': '',
  'booking-changed': '',
  'booking-cancelled': '',
  'slot-offered': '',
  'wish-answered': '',
  'chat-waiting': '',
  'call-accepted': '/pages/help/index',
  'looked-at': '/privacy/pages/readings/index',
}

/** Opened where a notice leads nowhere of its own. */
export const INBOX_PATH = '/notices/pages/inbox/index'
