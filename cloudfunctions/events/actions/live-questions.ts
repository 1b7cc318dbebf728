import { mayAsk } from '../../../src/domain/live-questions/live-question'
import { done, refused } from '../../../src/domain/result'
import { keepFor } from '../../_kit/data-keys'
import { MOST_ROWS } from '../../_kit/database'
import { openOwnAll, reveal } from '../../_kit/reveal'
import { KeyGone, type Opened, seal } from '../../_kit/sealing'
import type { Handlers } from '../../_kit/serve'
import { eventAtTheDoor } from '../door'
import { eventsStore } from '../events-store'
import { liveQuestionsStore, type StoredQuestion } from '../live-questions-store'

const A_PAGE = 100

const shown = ({ id, askedAt, state }: Omit<StoredQuestion, 'text'>, text: string) => ({ id, text, askedAt, state })

export const liveQuestions: Handlers<'liveQuestions'> = {
  ask: async ({ eventId, questionId, text }, context) => {
    const { caller, database, now } = context
    const { personId } = caller
    const stored = database.open(liveQuestionsStore)
    const [event, { rows }] = await Promise.all([
      database.open(eventsStore).get(eventId),
      stored.find({ index: 'byPerson', where: { personId }, order: 'descending', limit: MOST_ROWS }),
    ])
    if (!event || event.state === 'draft' || event.state === 'in-review') return refused('EVENT_NOT_FOUND')
    const own = rows.filter((one) => one.eventId === eventId)
    const before = own.find(({ id }) => id === questionId)
    if (before) {
      const [opened] = await openOwnAll(liveQuestionsStore, [before], context)
      if (opened) return done(shown(before, opened.text))
    }
    const may = mayAsk(event, own.length, now)
    if (!may.ok) return may
    const plain: Opened<StoredQuestion> = {
      ...{ id: questionId, eventId, personId, askedAt: now.toISOString() },
      ...{ state: 'waiting' as const, text },
    }
    const put = await keepFor(
      liveQuestionsStore,
      personId,
      context,
      (key) => stored.insert(seal(liveQuestionsStore, plain, key)),
      () =>
        stored.change(questionId, (one) => done(one?.personId === personId ? { write: null, reply: 0 } : { reply: 0 })),
    )
    // The id is somebody else's, which chance does not bring about: nothing of theirs is said.
    if (put !== 'inserted') return refused('TOO_MANY_LIVE_QUESTIONS')
    return done({ id: questionId, text, askedAt: plain.askedAt, state: plain.state })
  },

  mine: async ({ eventId }, context) => {
    const { caller, database } = context
    const { rows } = await database
      .open(liveQuestionsStore)
      .find({ index: 'byPerson', where: { personId: caller.personId }, order: 'descending', limit: MOST_ROWS })
    const own = rows.filter((one) => one.eventId === eventId)
    const opened = await openOwnAll(liveQuestionsStore, own, context)
    return done({ rows: opened.map(({ id, askedAt, state, text }) => ({ id, text, askedAt, state })) })
  },

  takeBack: ({ questionId }, { caller, database }) =>
    database
      .open(liveQuestionsStore)
      .change(questionId, (one) =>
        one?.personId === caller.personId ? done({ write: null, reply: {} }) : refused('LIVE_QUESTION_NOT_FOUND'),
      ),

  list: async ({ eventId, after }, context) => {
    const event = await eventAtTheDoor(eventId, context)
    if (!event.ok) return event
    const { rows, next } = await context.database
      .open(liveQuestionsStore)
      .find({ index: 'byEvent', where: { eventId }, limit: A_PAGE, ...(after && { after }) })
    return done({ rows: rows.map(({ id, askedAt, state }) => ({ id, askedAt, state })), next })
  },

  read: async ({ eventId, questionIds }, context) => {
    const event = await eventAtTheDoor(eventId, context)
    if (!event.ok) return event
    const found = await context.database.open(liveQuestionsStore).getMany([...new Set(questionIds)])
    const why = { reason: 'event-host', role: 'host', branchId: event.data.branchId } as const
    const rows: { id: string; text: string }[] = []
    for (const question of found.filter((one) => one.eventId === eventId)) {
      try {
        const { text } = await reveal(liveQuestionsStore, question, why, context)
        rows.push({ id: question.id, text })
      } catch (error) {
        // Destroyed between the finding of it and now.
        if (!(error instanceof KeyGone)) throw error
      }
    }
    return done({ rows })
  },

  settle: async ({ eventId, questionId, state }, context) => {
    const event = await eventAtTheDoor(eventId, context)
    if (!event.ok) return event
    return context.database
      .open(liveQuestionsStore)
      .change(questionId, (one) =>
        one?.eventId === eventId ? done({ write: { ...one, state }, reply: {} }) : refused('LIVE_QUESTION_NOT_FOUND'),
      )
  },
}
