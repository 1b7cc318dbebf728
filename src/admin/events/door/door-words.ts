import type { DoorList } from '../../../contract/doors'
import type { Verdict } from '../../../domain/check-ins/words'

/** What a tap on 「到了」 was found to be. */
export const verdictSaid: Record<Verdict, string> = {
  came: '到了',
  double: '已经签过到了',
  early: '还没到签到的时间，开始前一小时可以签',
  late: '这一次已经结束了',
  'wrong-event': '这张票是另一场的',
  'wrong-code': '码过时了，请按名单签',
  'unknown-ticket': '名单里没有，请刷新',
  'not-seated': '现在没有名额，请刷新',
}

type Ticket = DoorList['tickets'][number]

/** By what they are called, for whoever looks one up; those who are not there yet first. */
export const inOrder = (tickets: readonly Ticket[], at: number): Ticket[] =>
  [...tickets].sort((one, other) => {
    const [here, there] = [one.came[at] ?? null, other.came[at] ?? null]
    if ((here === null) !== (there === null)) return here === null ? -1 : 1
    return one.name.localeCompare(other.name, 'zh')
  })

/** Which of the times the door is open for: the first that is not over. */
export const timeAtDoor = (times: DoorList['times'], now: Date): number => {
  const at = times.findIndex(({ until }) => new Date(until) > now)
  return at === -1 ? times.length - 1 : at
}
