import { useEffect, useState, useSyncExternalStore } from 'react'
import type { RecordShown } from '../../contract/records'
import { api } from '../cloud/api'
import { keptNotebook, leaveNotebook, takeNotebook } from './kept-notebooks'
import { type About, openNotebook } from './notebook'

const PAUSE_MS = 1_500
const AGAIN_MS = 15_000

const keyOf = (about: About) => ('recordId' in about ? about.recordId : about.ofId)

/** Stores by itself once the writing pauses; after a refusal again a little later. What is left when it closes goes on. */
export const useNotebook = (about: About, opened: RecordShown | null) => {
  const key = keyOf(about)
  const [notebook] = useState(() => keptNotebook(key) ?? openNotebook(about, opened, api.records))
  const state = useSyncExternalStore(notebook.subscribe, notebook.now)
  const { unsaved, saving, overtaken, refusal } = state

  // biome-ignore lint/correctness/useExhaustiveDependencies: each change of what is written begins the pause anew
  useEffect(() => {
    if (!unsaved || saving || overtaken) return
    const timer = setTimeout(notebook.save, refusal ? AGAIN_MS : PAUSE_MS)
    return () => clearTimeout(timer)
  }, [notebook, unsaved, saving, overtaken, refusal, state.written, state.template])

  useEffect(() => {
    takeNotebook(key)
    return () => {
      if (notebook.now().unsaved) void leaveNotebook(key, notebook)
    }
  }, [key, notebook])

  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (notebook.now().unsaved) event.preventDefault()
    }
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [notebook])

  return { notebook, state }
}
