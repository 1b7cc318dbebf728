import { CITY } from '../../../src/domain/branches/words'
import { done, refused } from '../../../src/domain/result'
import { minutesLater } from '../../../src/domain/time'
import { answer, ask, isOpen, isOverdue, type Proposal } from '../../../src/domain/wishes/wish'
import { keepFor } from '../../_kit/data-keys'
import { MOST_ROWS } from '../../_kit/database'
import { plan } from '../../_kit/outbox/outbox'
import { openOwnAll, reveal } from '../../_kit/reveal'
import { type Opened, seal } from '../../_kit/sealing'
import type { Handlers } from '../../_kit/serve'
import { count } from '../count'
import { offeredNow } from '../offered'
import { slotsAt } from '../offered-times'
import { counsellorNames } from '../show-bookings'
import { type StoredWish, wishesStore } from '../waits-store'

const A_PAGE = 50

const shown = (wish: Omit<StoredWish, 'words'>, now: Date) => {
  const { id, mode, field, times, askedAt, promisedAt, answeredAt } = wish
  return {
    ...{ id, times, askedAt, promisedAt },
    ...{ mode: mode || null, field: field || null, answeredAt: answeredAt || null },
    overdue: isOverdue(wish, now),
  }
}

export const wishes: Handlers<'wishes'> = {
  ask: async ({ wishId, mode, field, times, words }, context) => {
    const { caller, database, now } = context
    const { personId } = caller
    const stored = database.open(wishesStore)
    const { rows } = await stored.find({ index: 'byPerson', where: { personId }, limit: MOST_ROWS })
    const before = rows.find(({ id }) => id === wishId)
    if (before) return done({ promisedAt: before.promisedAt })
    if (rows.some(isOpen)) return refused('WISH_STANDING')
    const chosen: Pick<StoredWish, 'mode' | 'field' | 'times'> = {
      mode: mode ?? '',
      field: field ?? '',
      times: [...new Set(times)],
    }
    const plain: Opened<StoredWish> = { ...ask({ id: wishId, personId, ...chosen }, now), words }
    const put = await keepFor(
      wishesStore,
      personId,
      context,
      (key) => stored.insert(seal(wishesStore, plain, key)),
      () => stored.change(wishId, (one) => done(one?.personId === personId ? { write: null, reply: 0 } : { reply: 0 })),
    )
    if (put !== 'inserted') return refused('WISH_STANDING')
    await count('wish-asked', wishId, { at: now, counts: { wishesAsked: 1 } }, context)
    return done({ promisedAt: plain.promisedAt })
  },

  mine: async (_, context) => {
    const { caller, database, now } = context
    const { rows } = await database
      .open(wishesStore)
      .find({ index: 'byPerson', where: { personId: caller.personId }, order: 'descending', limit: MOST_ROWS })
    const opened = await openOwnAll(wishesStore, rows, context)
    const name = await counsellorNames(
      opened.flatMap(({ proposals }) => proposals.map(({ staffId }) => staffId)),
      database,
    )
    return done({
      rows: opened.map((wish) => ({
        ...shown(wish as unknown as StoredWish, now),
        words: wish.words,
        proposals: wish.proposals.map((proposal) => ({ ...proposal, counsellorName: name(proposal.staffId) })),
      })),
    })
  },

  takeBack: async ({ wishId }, { caller, database }) =>
    database
      .open(wishesStore)
      .change(wishId, (wish) =>
        wish?.personId === caller.personId ? done({ write: null, reply: {} }) : refused('WISH_NOT_FOUND'),
      ),

  list: async ({ after }, { database, now }) => {
    const { rows, next } = await database
      .open(wishesStore)
      .find({ index: 'byAnswered', where: { answeredAt: '' }, limit: A_PAGE, ...(after && { after }) })
    return done({ rows: rows.map((wish) => shown(wish, now)), next })
  },

  waiting: async (_, { database, now }) => {
    const open = { index: 'byAnswered', where: { answeredAt: '' } }
    const stored = database.open(wishesStore)
    const [waiting, overdue, longest] = await Promise.all([
      stored.count(open),
      stored.count({ ...open, range: { before: minutesLater(now, 1 / 60_000).toISOString() } }),
      stored.find({ ...open, limit: 1 }),
    ])
    return done({ waiting, overdue, promisedAt: longest.rows[0]?.promisedAt ?? null })
  },

  words: async ({ wishId }, context) => {
    const found = await context.database.open(wishesStore).get(wishId)
    if (!found || !isOpen(found)) return refused('WISH_NOT_FOUND')
    const why = { reason: 'counselling', role: 'counsellor', branchId: CITY } as const
    return done({ words: (await reveal(wishesStore, found, why, context)).words })
  },

  answer: async ({ wishId, proposals }, context) => {
    const { database, now } = context
    const wanted: Proposal[] = []
    for (const { staffId, from, mode } of proposals) {
      const offering = await offeredNow(staffId, context)
      const start = new Date(from).toISOString()
      const [slot] = offering ? await slotsAt(offering, [start], context) : []
      if (!slot?.modes.includes(mode)) return refused('SLOT_NOT_OFFERED')
      wanted.push({ staffId, from: slot.from, until: slot.until, mode })
    }
    const answered = await database.open(wishesStore).change(wishId, (wish) => {
      if (!wish) return refused('WISH_NOT_FOUND')
      const next = answer(wish, wanted, now)
      return next.ok ? done({ write: next.data, reply: wish }) : next
    })
    if (!answered.ok) return answered
    const { personId, promisedAt } = answered.data
    if (isOverdue(answered.data, now))
      await count('wish-missed', wishId, { at: promisedAt, counts: { wishesMissed: 1 } }, context)
    else await count('wish-kept', wishId, { at: now, counts: { wishesKept: 1 } }, context)
    const subject = { kind: 'wish', id: wishId } as const
    await plan([{ personId, kind: 'wish-answered', subject, revision: 1, dueAt: now }], context)
    return done({})
  },
}
