import { nanoid } from 'nanoid'
import { answered, attempted, isSpent, isUnderWay, type Outcome, unpushed } from '../../../src/domain/notices/notice'
import { messageOf, type Template, templateFor } from '../../../src/domain/notices/template'
import { done, refused } from '../../../src/domain/result'
import { MOST_ROWS } from '../database'
import type { JobContext } from '../job'
import { KeyGone, unsealFor } from '../sealing'
import type { Channel } from './channel'
import { each } from './side-by-side'
import { noticesStore, type StoredNotice, type Subscription, subscriptionsStore } from './store'
import type { IsTrue } from './subjects'

/** Ends what was cut off in the middle of asking WeChat, then asks for what is due. Nothing at all where WeChat is not. */
export async function pushAll(isTrue: IsTrue, context: JobContext, faults: unknown[]): Promise<number> {
  const { channel, timeLeft } = context
  if (!channel) return 0
  const range = { before: new Date(context.now.getTime() + 1).toISOString() }
  const due = await context.database.open(noticesStore).find({ index: 'byPush', range, limit: MOST_ROWS })
  const templates = due.rows.length > 0 ? channel.templates() : []
  return each(due.rows, timeLeft, faults, (notice) =>
    notice.push === 'sending'
      ? settle(notice, notice.attempt, 'lost', context)
      : push(notice, templates, channel, isTrue, context),
  )
}

async function push(
  notice: StoredNotice,
  templates: readonly Template[],
  channel: Channel,
  isTrue: IsTrue,
  context: JobContext,
) {
  const template = templateFor(notice.kind, templates)
  const subscription = template && (await subscriptionFor(notice, template, context))
  if (!template || !subscription || !(await isTrue(notice))) return drop(notice, subscription, context)
  const openid = await openidOf(subscription, context)
  if (openid === undefined) return drop(notice, subscription, context)
  const attempt = nanoid()
  if (!(await take(notice, subscription, attempt, context))) return
  // Nothing may come between the mark and the question: a run that is cut off there gives the message up.
  await settle(notice, attempt, await channel.send(openid, messageOf(notice, template)), context)
}

/** What it was tried with before, or the oldest that is free. */
async function subscriptionFor(notice: StoredNotice, template: Template, { database }: JobContext) {
  const subscriptions = database.open(subscriptionsStore)
  const own = notice.subscriptionId === '' ? undefined : await subscriptions.get(notice.subscriptionId)
  if (own?.spentOn === notice.id) return own
  const where = { personId: notice.personId, templateId: template.id, spentOn: '' }
  return (await subscriptions.find({ index: 'byTemplate', where, limit: 1 })).rows[0]
}

const refsOf = (notice: StoredNotice, subscriptionId: string, { database }: JobContext) => ({
  notice: database.open(noticesStore).at(notice.id),
  subscription: database.open(subscriptionsStore).at(subscriptionId),
})

/** Spends the consent and marks the notice in one: a run that is cut off after this is not taken up again. */
async function take(notice: StoredNotice, { id }: Subscription, attempt: string, context: JobContext) {
  const { database, now } = context
  const taken = await database.together(refsOf(notice, id, context), ({ notice: current, subscription }) => {
    if (current?.push !== 'waiting' || new Date(current.pushAt) > now) return refused('NOT_DUE')
    if (!subscription || !['', notice.id].includes(subscription.spentOn)) return refused('SPENT')
    const write = {
      notice: { ...current, ...attempted(current, id, attempt, now) },
      subscription: { ...subscription, spentOn: notice.id },
    }
    return done({ write, reply: true })
  })
  return taken.ok
}

/** undefined when it was destroyed meanwhile. Nobody but WeChat hears it, whose name for the person it is. */
async function openidOf(subscription: Subscription, context: JobContext): Promise<string | undefined> {
  try {
    return (await unsealFor(subscriptionsStore, subscription, context)).openid
  } catch (error) {
    if (error instanceof KeyGone) return undefined
    throw error
  }
}

/** Writes down how the attempt ended: a consent that was used goes, one that was not is free again. */
async function settle(notice: StoredNotice, attempt: string, outcome: Outcome, context: JobContext) {
  const found = await context.database.open(noticesStore).get(notice.id)
  if (!found || found.attempt !== attempt) return
  await context.database.together(refsOf(found, found.subscriptionId, context), ({ notice: current, subscription }) => {
    if (current?.attempt !== attempt || current.push !== 'sending') return done({ write: {}, reply: true })
    const next = { ...current, ...answered(current, outcome, context.now) }
    return done({ write: { notice: next, ...freed(next, subscription) }, reply: true })
  })
}

const freed = (notice: StoredNotice, subscription: Subscription | undefined) => {
  if (!subscription || subscription.spentOn !== notice.id || isUnderWay(notice)) return {}
  return { subscription: isSpent(notice) ? null : { ...subscription, spentOn: '' } }
}

/** No template, no consent, or no longer so: it stays in the inbox alone. */
async function drop(notice: StoredNotice, subscription: Subscription | undefined, context: JobContext) {
  const id = subscription?.id ?? notice.subscriptionId
  const rule = (current: StoredNotice | undefined) => {
    return current?.push === 'waiting' ? { ...current, ...unpushed(current) } : undefined
  }
  if (id === '') {
    await context.database.open(noticesStore).change(notice.id, (current) => {
      const next = rule(current)
      return done(next ? { write: next, reply: true } : { reply: true })
    })
    return
  }
  await context.database.together(refsOf(notice, id, context), ({ notice: current, subscription: held }) => {
    const next = rule(current)
    return done({ write: next ? { notice: next, ...freed(next, held) } : {}, reply: true })
  })
}
