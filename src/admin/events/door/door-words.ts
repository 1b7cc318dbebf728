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

/** In the words of the phones at the same door. */
export const nameOf = ({ name }: Pick<Ticket, 'name'>) => (name === '' ? '没有写称呼的一位' : name)

/** As the list says it; of many times, how often they were there. */
export const standSaid = ({ state, came }: Pick<Ticket, 'state' | 'came'>): string => {
  const times = came.filter((since) => since !== null).length
  if (times > 0) return came.length > 1 ? `来过 ${times} 次` : '来过'
  return state === 'came' ? '来过' : '有名额'
}

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

/** The names are the door's, and go when it closes. */
export const mayKeep = ({ until }: Pick<DoorList, 'until'>, now: Date): boolean => now < new Date(until)
