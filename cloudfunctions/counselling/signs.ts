import type { ChatState } from '../../src/domain/chats/chat'
import { type Database, MOST_ROWS, type Page } from '../_kit/database'
import { chatsStore, type StoredChat, typingStore } from './chats-store'

/**
 * What has changed for whom, without a word of what: each value is another one when there is something to ask for. `queue` is
 * for every counsellor.
 */
export type Signs = { persons: Map<string, string>; staff: Map<string, string>; queue: string }

const GOING: readonly ChatState[] = ['waiting', 'open', 'left']

/** More conversations than go on at once in any city; the rest is found by asking. */
const MOST_PAGES = 20

/** Of every conversation that is going on, at once: a few reads, however many listen. */
export async function readSigns({ database }: { database: Database }): Promise<Signs> {
  const going = (await Promise.all(GOING.map((state) => allIn(state, database)))).flat()
  const open = going.filter(({ state }) => state === 'open')
  const typing = await typingOf(open, database)
  const signs: Signs = { persons: new Map(), staff: new Map(), queue: '' }
  for (const chat of going) {
    const { id, personId, staffId, state, last, read, transfer, asked } = chat
    const sign = `${[id, state, staffId, last, read.person, read.counsellor, transfer?.askedAt, typing.get(id)].join('|')};`
    add(signs.persons, personId, sign)
    if (state === 'open') add(signs.staff, staffId, sign)
    else signs.queue += `${id}|${state}|${asked.length};`
  }
  return signs
}

const add = (to: Map<string, string>, whose: string, sign: string) => to.set(whose, (to.get(whose) ?? '') + sign)

async function allIn(state: ChatState, database: Database): Promise<StoredChat[]> {
  const rows: StoredChat[] = []
  let after: string | null = null
  for (let pages = 0; pages < MOST_PAGES; pages++) {
    const page: Page<StoredChat> = await database
      .open(chatsStore)
      .find({ index: 'byState', where: { state }, limit: MOST_ROWS, ...(after && { after }) })
    rows.push(...page.rows)
    after = page.next
    if (after === null) break
  }
  return rows
}

async function typingOf(chats: readonly StoredChat[], database: Database): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for (let from = 0; from < chats.length; from += MOST_ROWS) {
    const ids = chats.slice(from, from + MOST_ROWS).map(({ id }) => id)
    for (const { id, person, counsellor } of await database.open(typingStore).getMany(ids))
      found.set(id, `${person}/${counsellor}`)
  }
  return found
}
