import type { Reply } from '../../../contract'
import type { Api } from '../../../contract/client'
import type { DeskPiece } from '../../../contract/desk'
import type { Refused } from '../../cloud/refusal'
import { draftOf, type Form, fingerprint, formOf, problemsOf } from './form'

export type Move = Exclude<DeskPiece['moves'][number], 'save'>

export type DeskState = {
  piece: DeskPiece
  form: Form
  /** Something on the page is not stored yet. */
  unsaved: boolean
  work: 'none' | 'saving' | 'moving'
  refusal: Refused | null
  /** Somebody else stored another version: nothing is sent any more until the newest one is opened. */
  overtaken: boolean
  savedAt: string | null
}

/** Whether a request was carried out is unknown after these. */
const unknownFate = ['OFFLINE', 'TIMED_OUT', 'INTERNAL']

/** One opened piece: what is on the page, what is stored, and the way between them, one request at a time. */
export const openDesk = (opened: DeskPiece, api: Api['desk']) => {
  let stored = fingerprint(formOf(opened))
  let maybeStored: string | null = null
  let sending: Promise<boolean> | null = null
  let state: DeskState = {
    piece: opened,
    form: formOf(opened),
    unsaved: false,
    work: 'none',
    refusal: null,
    overtaken: false,
    savedAt: null,
  }
  const listeners = new Set<() => void>()
  const become = (change: Partial<DeskState>) => {
    state = { ...state, ...change }
    for (const listener of listeners) listener()
  }

  const edit = (change: Partial<Form>) => {
    const form = { ...state.form, ...change }
    become({ form, unsaved: fingerprint(form) !== stored })
  }

  const keep = (piece: DeskPiece, print: string) => {
    stored = print
    maybeStored = null
    become({ piece, unsaved: fingerprint(state.form) !== stored, savedAt: piece.updatedAt })
  }

  /** After a lost answer the revision may have grown by our own hand. */
  const wasOurs = async () => {
    if (!maybeStored) return false
    const reply = await api.open({ pieceId: opened.id })
    if (!reply.ok || fingerprint(formOf(reply.data)) !== maybeStored) return false
    keep(reply.data, maybeStored)
    return true
  }

  const sendOnce = async (): Promise<boolean> => {
    const print = fingerprint(state.form)
    const turn = { pieceId: opened.id, revision: state.piece.revision }
    const reply = await api.save({ ...turn, draft: draftOf(state.form) })
    if (reply.ok) {
      keep(reply.data, print)
      return true
    }
    if (reply.code === 'CHANGED_ELSEWHERE') {
      if (await wasOurs()) return true
      become({ overtaken: true })
      return false
    }
    if (unknownFate.includes(reply.code)) maybeStored = print
    become({ refusal: reply })
    return false
  }

  const sendUntilStored = async () => {
    become({ work: 'saving', refusal: null })
    try {
      while (state.unsaved && !state.overtaken) if (!(await sendOnce())) return false
      return !state.unsaved
    } finally {
      sending = null
      become({ work: 'none' })
    }
  }

  /** True when all that is on the page is stored. */
  const save = (): Promise<boolean> => {
    if (state.overtaken || problemsOf(state.form).length > 0) return Promise.resolve(!state.unsaved)
    if (!sending && !state.unsaved) return Promise.resolve(true)
    sending ??= sendUntilStored()
    return sending
  }

  const ask = (move: Move, note: string): Promise<Reply<DeskPiece, string>> => {
    const turn = { pieceId: opened.id, revision: state.piece.revision }
    return move === 'sendBack' || move === 'recall' ? api[move]({ ...turn, note }) : api[move](turn)
  }

  /** Stores first what is on the page, so that what moves is what the person sees. */
  const move = async (name: Move, note = ''): Promise<boolean> => {
    if (name === 'submit' && !(await save())) return false
    if (sending) await sending
    become({ work: 'moving', refusal: null })
    try {
      const reply = await ask(name, note)
      if (reply.ok) become({ piece: reply.data })
      else if (reply.code === 'CHANGED_ELSEWHERE') become({ overtaken: true })
      else become({ refusal: reply })
      return reply.ok
    } finally {
      become({ work: 'none' })
    }
  }

  const subscribe = (listener: () => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }

  return { now: () => state, subscribe, edit, save, move }
}

export type Desk = ReturnType<typeof openDesk>
