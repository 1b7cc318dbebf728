import type { AnyRefusal, Output } from '../../../contract'
import type { Thread } from '../../../domain/chats/thread'
import type { Unsent } from '../../phone/talks'

export type Own = Output<'chats', 'pull'>['chat']
export type Message = Output<'chats', 'pull'>['messages'][number]
export type Said = Thread<Message, Unsent>

/** Failures of the way, not of what was asked: asked again, it may go through. */
export const passing: readonly AnyRefusal[] = ['OFFLINE', 'TIMED_OUT', 'INTERNAL', 'BUSY']
