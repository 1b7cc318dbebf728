import type { Output } from '../../contract'
import type { Thread } from '../../domain/chats/thread'

export type Listed = Output<'workbench', 'list'>
export type WaitingChat = Listed['waiting'][number]
export type HeldChat = Output<'workbench', 'pull'>['chat']
export type Line = Output<'workbench', 'pull'>['messages'][number]
export type Picture = { pieces: readonly string[]; bytes: number; width: number; height: number }
/** What is on its way: words, or a picture in pieces. */
export type Body = { text: string; picture: Picture | null }

/**
 * Why nothing more can be said in a conversation. `gone`: destroyed by the person, or with a colleague now; the words of
 * either are not kept here.
 */
export type Closed = 'no' | 'ended' | 'gone'

export type Conversation = {
  chat: HeldChat
  thread: Thread<Line, Body>
  draft: string
  closed: Closed
  /** Whether everything said so far was read once: until then it is not known what is missing. */
  arrived: boolean
}

/** Somebody who has no pseudonym yet is still somebody. */
export const nameOf = ({ pseudonym }: Pick<HeldChat, 'pseudonym'>) => pseudonym || '来访者'
