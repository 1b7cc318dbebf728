import { noticePaths } from '../../../src/domain/notices/words'
import { done, refused } from '../../../src/domain/result'
import { countUseBy } from '../../_kit/attempts'
import { keepFor } from '../../_kit/data-keys'
import { MOST_ROWS, type Page } from '../../_kit/database'
import { noticesStore, type StoredNotice, subscriptionsStore } from '../../_kit/outbox/store'
import { seal } from '../../_kit/sealing'
import type { Handlers } from '../../_kit/serve'

const A_PAGE = 20

/** Each tap on a booking may ask for a few; a whole day of taps stays below. */
const MOST_A_DAY = 60
const DAY_MINUTES = 24 * 60

export const notices: Handlers<'notices'> = {
  list: async ({ after }, { caller, database }) => {
    const { rows, next } = await database.open(noticesStore).find({
      index: 'byInbox',
      where: { personId: caller.personId, state: 'sent' },
      order: 'descending',
      limit: A_PAGE,
      ...(after && { after }),
    })
    const shown = rows.map(({ id, kind, at, unread }) => ({ id, kind, at, path: noticePaths[kind], unread }))
    return done({ rows: shown, next })
  },

  read: async ({ until }, { caller, database }) => {
    const stored = database.open(noticesStore)
    const range = { before: new Date(Date.parse(until) + 1).toISOString() }
    const where = { personId: caller.personId, unread: true }
    let page: Page<StoredNotice>
    do {
      page = await stored.find({ index: 'byUnread', where, range, limit: MOST_ROWS })
      await Promise.all(
        page.rows.map(({ id }) =>
          stored.change(id, (notice) =>
            done(notice ? { write: { ...notice, unread: false }, reply: true } : { reply: true }),
          ),
        ),
      )
    } while (page.next)
    return done({})
  },

  count: async (_, { caller, database }) => {
    const where = { personId: caller.personId, unread: true }
    return done({ unread: await database.open(noticesStore).count({ index: 'byUnread', where }) })
  },

  templates: async (_, { wechat }) =>
    done({ rows: (wechat?.templates() ?? []).map(({ id, kinds }) => ({ id, kinds: [...kinds] })) }),

  subscribed: async ({ subscriptionId, templateId }, context) => {
    const { caller, database, now, wechat } = context
    if (!wechat?.templates().some(({ id }) => id === templateId)) return refused('TEMPLATE_NOT_FOUND')
    const { personId } = caller
    const counted = await countUseBy('subscriptions', personId, MOST_A_DAY, DAY_MINUTES, context)
    if (!counted.ok) return counted
    const stored = database.open(subscriptionsStore)
    const id = `${personId}.${subscriptionId}`
    const plain = { id, personId, templateId, openid: wechat.openid, givenAt: now.toISOString(), spentOn: '' }
    await keepFor(
      subscriptionsStore,
      personId,
      context,
      (key) => stored.insert(seal(subscriptionsStore, plain, key)),
      () => stored.remove(id),
    )
    return done({})
  },
}
