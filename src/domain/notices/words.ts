/** What a notice can say. The words are all that anybody sees of it, on a locked phone too. */
export const noticeKinds = [
  'booking-tomorrow',
  'booking-soon',
  'booking-changed',
  'booking-cancelled',
  'slot-offered',
  'wish-answered',
  'event-tomorrow',
  'event-soon',
  'event-changed',
  'event-cancelled',
  'seat-offered',
  'drawn',
  'chat-waiting',
  'call-accepted',
  'call-referred',
  'looked-at',
] as const
export type NoticeKind = (typeof noticeKinds)[number]

/** What a notice speaks of. */
export const subjectKinds = ['booking', 'offer', 'wish', 'signup', 'chat', 'call', 'reading'] as const
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
  'event-tomorrow': '您报名的活动，一天之内开始',
  'event-soon': '您报名的活动，很快开始',
  'event-changed': '您报名的活动有变动，请看一看',
  'event-cancelled': '您报名的一场活动取消了',
  'seat-offered': '有一个名额留给您，请看一看',
  drawn: '抽签有结果了，请看一看',
  'chat-waiting': '您有一条新的回复',
  'call-accepted': '同事已接下，会按您留的号码打来',
  'call-referred': '有同事会来关心您，请看一看',
  'looked-at': '您的资料被查看过，点开看是谁、为什么',
}

/** Said before something begins, and of no use once it has begun. */
export const isReminder = (kind: NoticeKind) =>
  kind === 'booking-tomorrow' || kind === 'booking-soon' || kind === 'event-tomorrow' || kind === 'event-soon'

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
  'event-tomorrow',
  'event-soon',
  'event-changed',
  'event-cancelled',
  'seat-offered',
  'drawn',
  'chat-waiting',
] as const satisfies readonly NoticeKind[]

/** Where a notice leads: pages of the app and nothing else. */
export const noticePaths: Record<NoticeKind, string> = {
  'booking-tomorrow': '/counselling/pages/bookings/index',
  'booking-soon': '/counselling/pages/bookings/index',
  'booking-changed': '/counselling/pages/bookings/index',
  'booking-cancelled': '/counselling/pages/bookings/index',
  'slot-offered': '/counselling/pages/bookings/index',
  'wish-answered': '/counselling/pages/wish/index',
  'event-tomorrow': '/events/pages/mine/index',
  'event-soon': '/events/pages/mine/index',
  'event-changed': '/events/pages/mine/index',
  'event-cancelled': '/events/pages/mine/index',
  'seat-offered': '/events/pages/mine/index',
  drawn: '/events/pages/mine/index',
  'chat-waiting': '/chat/pages/chats/index',
  'call-accepted': '/pages/help/index',
  'call-referred': '/pages/help/index',
  'looked-at': '/privacy/pages/readings/index',
}
