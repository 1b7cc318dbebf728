import * as z from 'zod'
import { shares } from '../../src/domain/events/words'
import type { Signup } from '../../src/domain/signups/signup'
import { pools, signupStates, type Trade, trades } from '../../src/domain/signups/words'
import { declare } from '../_kit/declaration'
import { SealedText } from '../_kit/sealing'

/** `shift` and `newcomer` are `shares` once more, so that whose a seat can be is found by an index. */
export type StoredSignup = Signup & {
  shift: boolean
  newcomer: boolean
  trade: Trade
  /** By question, as JSON; for the host alone, and never part of a list that leaves the house. */
  answers: SealedText
  /** Drawn by chance, and known to notices alone. */
  toldAs: string
  /** When the last of its times is over. */
  endsAt: string
}

export const signupsStore = declare<StoredSignup>({
  name: 'signups',
  title: '活动报名',
  about: '您报了哪些活动、来几位、有没有名额；您对组织者问题的回答加密存放',
  schema: z.strictObject({
    id: z.string(),
    eventId: z.string(),
    personId: z.string(),
    ticketId: z.string(),
    state: z.enum(signupStates),
    shares: z.array(z.enum(shares)),
    places: z.number(),
    joinedAt: z.string(),
    turn: z.string(),
    held: z.array(z.strictObject({ pool: z.enum(pools), places: z.number() })),
    offeredUntil: z.string(),
    asked: z.number(),
    unsettled: z.string(),
    agreedTo: z.number(),
    rated: z.boolean(),
    untold: z.string(),
    toldOf: z.number(),
    toldAs: z.string(),
    shift: z.boolean(),
    newcomer: z.boolean(),
    trade: z.enum(trades),
    answers: SealedText,
    endsAt: z.string(),
  }),
  indexes: {
    byPerson: ['personId', 'joinedAt'],
    byTicket: ['ticketId'],
    inTurn: ['eventId', 'state', 'turn'],
    shiftInTurn: ['eventId', 'state', 'shift', 'turn'],
    newcomerInTurn: ['eventId', 'state', 'newcomer', 'turn'],
    byOffer: ['state', 'offeredUntil'],
    byUnsettled: ['unsettled'],
    byUntold: ['untold'],
    byToldAs: ['toldAs'],
    byEnd: ['endsAt'],
  },
  owner: { kind: 'person', field: 'personId', destroyed: 'alone' },
  sensitivity: 'personal',
  sealed: ['answers'],
  keep: { days: 30, since: 'endsAt', why: '活动结束 30 天后清除；您随时可以删除' },
  fields: {
    joinedAt: '报名时间',
    state: '现在',
    places: '几位',
    shares: '预留名额',
    trade: '岗位',
    answers: '您的回答',
    endsAt: '活动结束时间',
  },
  spokenOf: { as: 'signup', field: 'toldAs' },
  seenBy: '活动组织者：来的人的名单在签到时，您的回答每看一次都记在「谁看过我」里',
})
