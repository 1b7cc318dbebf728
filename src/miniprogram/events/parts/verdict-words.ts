import type { Verdict } from '../../../domain/check-ins/words'

/** What a scan was found to be, as it is said to whoever stands at the door. */
export const verdictWords: Record<Verdict, string> = {
  came: '签到好了，欢迎',
  double: '这一场已经签过到了，直接进来就好',
  early: '还没有到签到的时间，开始前一小时再来',
  late: '这场活动已经结束了',
  'wrong-event': '这张票是另一场活动的，请看看票上的时间和地点',
  'wrong-code': '这个码过时了，请在手机上重新打开票',
  'unknown-ticket': '名单里没有这张票，请看看是不是这一场；也可以按名单找',
  'not-seated': '这张票现在没有名额，可以问问组织者',
}
