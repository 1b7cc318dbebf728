import { loadSource } from './load-source.mjs'

/** The list that everything stored is declared in, from the source as it stands now. */
export async function loadDeclarations() {
  const { declarations } = await loadSource('cloudfunctions/people/inventory.ts')
  if (!declarations.length) throw new Error('cloudfunctions/people/inventory.ts declares no collection')
  return declarations
}
