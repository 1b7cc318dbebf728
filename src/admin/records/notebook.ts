import type { Api } from '../../contract/client'
import type { RecordShown } from '../../contract/records'
import type { SessionKind } from '../../domain/records/record'
import { type SectionId, type TemplateId, templates, under, type Written } from '../../domain/records/templates'
import type { Refused } from '../cloud/refusal'

/** A record by its own number, or a session of which nothing may be written yet. */
export type About = { of: SessionKind; ofId: string } | { recordId: string }

export type NotebookState = {
  /** Empty until the first save. */
  recordId: string
  revision: number
  template: TemplateId
  written: readonly Written[]
  unsaved: boolean
  saving: boolean
  savedAt: string
  refusal: Refused | null
  /** Another version was stored elsewhere: nothing is sent any more. */
  overtaken: boolean
}

/** Whether a save was carried out is unknown after these; it is sent once more as it was. */
const unknownFate = ['OFFLINE', 'TIMED_OUT', 'INTERNAL', 'BUSY']

type Sent = { saveId: string; template: TemplateId; sections: Written[] }

/** Chosen here, so that a lost answer and a second try are one thing. */
export const newWriteId = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, '0')).join('')

const printOf = ({ template, written }: Pick<NotebookState, 'template' | 'written'>) =>
  JSON.stringify([
    template,
    templates[template].sections.map(({ id }) => written.find(({ section }) => section === id)?.text ?? ''),
  ])

/** A draft as it is on the page and as it is stored, and the way between them, one save at a time. */
export const openNotebook = (about: About, opened: RecordShown | null, cloud: Pick<Api['records'], 'save'>) => {
  let stored = ''
  let pending: Sent | null = null
  let sending: Promise<boolean> | null = null
  let state: NotebookState = {
    recordId: opened?.id ?? '',
    revision: opened?.revision ?? 0,
    template: opened?.template ?? ('of' in about && about.of === 'booking' ? 'follow-up' : 'note'),
    written: opened?.sections ?? [],
    unsaved: false,
    saving: false,
    savedAt: opened?.savedAt ?? '',
    refusal: null,
    overtaken: false,
  }
  stored = printOf(state)
  const listeners = new Set<() => void>()
  const become = (change: Partial<NotebookState>) => {
    state = { ...state, ...change }
    for (const listener of listeners) listener()
  }
  const edit = (change: Pick<NotebookState, 'template' | 'written'>) =>
    become({ ...change, unsaved: printOf(change) !== stored || pending !== null })

  const write = (section: SectionId, text: string) =>
    edit({
      template: state.template,
      written: [...state.written.filter((each) => each.section !== section), { section, text }],
    })
  /** Nothing that was written is lost by it. */
  const turnTo = (template: TemplateId) => edit({ template, written: under(template, state.written) })

  const fresh = (): Sent => ({
    saveId: newWriteId(),
    template: state.template,
    sections: state.written.filter(({ text }) => text !== '').map((each) => ({ ...each })),
  })

  const sendOnce = async (): Promise<boolean> => {
    const sent = pending ?? fresh()
    pending = sent
    const reply = await cloud.save({ about, revision: state.revision, ...sent })
    if (reply.ok) {
      pending = null
      stored = printOf({ template: sent.template, written: sent.sections })
      const { recordId, revision, savedAt } = reply.data
      become({ recordId, revision, savedAt, unsaved: printOf(state) !== stored })
      return true
    }
    if (!unknownFate.includes(reply.code)) pending = null
    become({ refusal: reply, overtaken: reply.code === 'RECORD_CHANGED' || reply.code === 'RECORD_CLOSED' })
    return false
  }

  const sendUntilStored = async () => {
    become({ saving: true, refusal: null })
    try {
      while (state.unsaved) if (!(await sendOnce())) return false
      return true
    } finally {
      sending = null
      become({ saving: false })
    }
  }

  /** True when all that is on the page is stored. */
  const save = (): Promise<boolean> => {
    if (!state.unsaved || state.overtaken) return Promise.resolve(!state.unsaved)
    sending ??= sendUntilStored()
    return sending
  }

  const subscribe = (listener: () => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }

  return { now: () => state, subscribe, write, turnTo, save }
}

export type Notebook = ReturnType<typeof openNotebook>
