import { onSignedOut } from '../session/store'
import type { Notebook } from './notebook'

/** What could not be stored yet stays in this tab when its panel is closed, and is there when it is opened again. */
const kept = new Map<string, Notebook>()

onSignedOut(() => kept.clear())

export const keptNotebook = (key: string) => kept.get(key)

/** Saves what a closed panel leaves behind. */
export async function leaveNotebook(key: string, notebook: Notebook) {
  if (notebook.now().overtaken) return
  kept.set(key, notebook)
  if (await notebook.save()) kept.delete(key)
}

export const takeNotebook = (key: string) => kept.delete(key)
