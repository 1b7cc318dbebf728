import type { Answers } from '../../domain/instruments/answers'
import { type InstrumentId, instrumentIds } from '../../domain/instruments/instrument'
import type { Sex } from '../../domain/instruments/score'
import { daysLater, minutesLater } from '../../domain/time'
import { storage } from './storage'

/**
 * A test under way. It is on this phone only, until the last answer is given and the person sends it. `resultId` is made
 * once, so that sending again is the same taking. `item` is the question in sight. `helped` names the answers that the help
 * page has followed; `soft` says that help is to be offered beside the result. `done`: every answer is there, and it waits
 * to be sent. `counted`: it was counted as left.
 */
export type Taking = {
  resultId: string
  instrumentId: InstrumentId
  version: number
  answers: Answers
  item: number
  sex: Sex
  agreed: boolean
  begunAt: string
  touchedAt: string
  helped: string
  soft: boolean
  done: boolean
  counted: boolean
}

type Kept = Partial<Record<InstrumentId, Taking>>

const NAME = 'takings'
export const KEPT_DAYS = 14
const LEFT_AFTER_MINUTES = 60

/** Only what the phone had no room for: it lasts as long as the app is open. */
let unwritten: Kept | null = null

const all = () => unwritten ?? storage.read<Kept>(NAME) ?? {}

const write = (kept: Kept) => {
  unwritten = null
  if (Object.keys(kept).length === 0) storage.remove(NAME)
  else if (!storage.write(NAME, kept)) unwritten = kept
}

const tooOld = ({ begunAt }: Taking, now: Date) => daysLater(new Date(begunAt), KEPT_DAYS) <= now
const isIdle = ({ touchedAt }: Taking, now: Date) => minutesLater(new Date(touchedAt), LEFT_AFTER_MINUTES) <= now

/** Those of the last days, the one touched last first. */
export const takings = (now: Date): Taking[] =>
  Object.values(all())
    .filter((taking) => !tooOld(taking, now))
    .sort((one, other) => (one.touchedAt < other.touchedAt ? 1 : -1))

export const takingOf = (id: InstrumentId, now: Date): Taking | null =>
  takings(now).find(({ instrumentId }) => instrumentId === id) ?? null

export const keepTaking = (taking: Taking) => write({ ...all(), [taking.instrumentId]: taking })

export const dropTaking = (id: InstrumentId) => {
  const { [id]: _, ...rest } = all()
  write(rest)
}

export const forgetTakings = () => write({})

/** Whoever was away for an hour has left, at the question that was in sight; each taking is told once. What is too old goes. */
export const noteLeft = (tell: (taking: Taking) => void, now: Date) => {
  const kept = all()
  for (const id of instrumentIds) {
    const taking = kept[id]
    if (!taking) continue
    if (!taking.done && !taking.counted && isIdle(taking, now)) {
      tell(taking)
      kept[id] = { ...taking, counted: true }
    }
    if (tooOld(taking, now)) delete kept[id]
  }
  write(kept)
}
