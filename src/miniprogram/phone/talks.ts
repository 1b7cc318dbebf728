import { daysLater } from '../../domain/time'
import { storage } from './storage'

/** A picture on its way: where its bytes lie on this phone, and how many pieces of them have arrived. */
type UnsentImage = { pieces: number; width: number; height: number; arrived: number }

/** Said here, and not yet acknowledged by the cloud. `refused`: why it does not go through by being sent again. */
export type Unsent = { id: string; at: string; text: string; image: UnsentImage | null; refused: string }

/**
 * What this phone keeps of a conversation: what has not arrived, what is being written, and how far it went. Nothing of what
 * was said and has arrived lies here. `helpSeen` is the offer of help that was shown already.
 */
export type Talk = {
  chatId: string
  unsent: readonly Unsent[]
  draft: string
  last: number
  ended: boolean
  helpSeen: string
  touchedAt: string
}

const NAME = 'talks'
const IMAGE = 'talk-image.'
const KEPT_DAYS = 14
const MOST = 20

type Kept = Record<string, Talk>

/** Only what the phone had no room for: it lasts as long as the app is open. */
let unwritten: Kept | null = null
const unwrittenImages = new Map<string, string>()

const all = (): Kept => unwritten ?? storage.read<Kept>(NAME) ?? {}

const write = (kept: Kept) => {
  unwritten = null
  if (Object.keys(kept).length === 0) storage.remove(NAME)
  else if (!storage.write(NAME, kept)) unwritten = kept
}

const imagesOf = ({ unsent }: Talk) => unsent.filter(({ image }) => image !== null).map(({ id }) => id)

/** What nobody has touched for two weeks goes, and the oldest goes where there are too many; never what has not arrived first. */
const withinReason = (kept: Kept, now: Date): Kept => {
  const young = Object.values(kept).filter(({ touchedAt }) => daysLater(new Date(touchedAt), KEPT_DAYS) > now)
  const order = young.sort((one, other) => {
    const waits = Number(other.unsent.length > 0) - Number(one.unsent.length > 0)
    return waits || (one.touchedAt < other.touchedAt ? 1 : -1)
  })
  const stays = order.slice(0, MOST)
  for (const talk of Object.values(kept)) if (!stays.includes(talk)) for (const id of imagesOf(talk)) dropImage(id)
  return Object.fromEntries(stays.map((talk) => [talk.chatId, talk]))
}

export const talkOf = (chatId: string): Talk | null => all()[chatId] ?? null

/** The one that was touched last and is not over, as far as this phone knows. */
export const talkGoingOn = (): Talk | null =>
  Object.values(all())
    .filter(({ ended }) => !ended)
    .sort((one, other) => (one.touchedAt < other.touchedAt ? 1 : -1))[0] ?? null

export const changeTalk = (chatId: string, change: Partial<Omit<Talk, 'chatId' | 'touchedAt'>>, now: Date) => {
  const before = talkOf(chatId)
  const fresh = { chatId, unsent: [], draft: '', last: 0, ended: false, helpSeen: '' }
  const kept = { ...all(), [chatId]: { ...fresh, ...before, ...change, touchedAt: now.toISOString() } }
  write(withinReason(kept, now))
}

export const dropTalk = (chatId: string) => {
  const { [chatId]: gone, ...rest } = all()
  if (gone) for (const id of imagesOf(gone)) dropImage(id)
  write(rest)
}

/** The bytes of a picture, in base64, until its last piece has arrived. */
export const keepImage = (id: string, base64: string) => {
  if (!storage.write(IMAGE + id, base64)) unwrittenImages.set(id, base64)
}
export const imageKept = (id: string) => unwrittenImages.get(id) ?? storage.read<string>(IMAGE + id)
export const dropImage = (id: string) => {
  unwrittenImages.delete(id)
  storage.remove(IMAGE + id)
}

export const forgetTalks = () => {
  unwrittenImages.clear()
  for (const name of storage.names()) if (name.startsWith(IMAGE)) storage.remove(name)
  write({})
}

const changeUnsent = (chatId: string, now: Date, change: (unsent: readonly Unsent[]) => readonly Unsent[]) => {
  const before = talkOf(chatId)?.unsent ?? []
  const after = change(before)
  if (after !== before) changeTalk(chatId, { unsent: after }, now)
}

/** Each change is made to what lies there now: another window may have added to it. */
export const addUnsent = (chatId: string, one: Unsent, now: Date) =>
  changeUnsent(chatId, now, (unsent) => (unsent.some(({ id }) => id === one.id) ? unsent : [...unsent, one]))

export const noteUnsent = (chatId: string, id: string, change: Partial<Pick<Unsent, 'refused' | 'image'>>, now: Date) =>
  changeUnsent(chatId, now, (unsent) =>
    unsent.some((one) => one.id === id) ? unsent.map((one) => (one.id === id ? { ...one, ...change } : one)) : unsent,
  )

/** It has arrived, or is not to be sent any more. */
export const dropUnsent = (chatId: string, ids: readonly string[], now: Date) =>
  changeUnsent(chatId, now, (unsent) => {
    if (!unsent.some(({ id }) => ids.includes(id))) return unsent
    for (const { id, image } of unsent) if (image && ids.includes(id)) dropImage(id)
    return unsent.filter(({ id }) => !ids.includes(id))
  })
