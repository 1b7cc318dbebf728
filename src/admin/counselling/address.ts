import { useSearchParams } from 'react-router'

/** What stands in the address, so that a reload and the way back find the same. */
export const useAddress = () => {
  const [search, setSearch] = useSearchParams()
  /** An empty word takes it out. `quietly`: no step of its own on the way back. */
  const go = (changes: Record<string, string>, { quietly = false } = {}) =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before)
        for (const [name, word] of Object.entries(changes)) {
          if (word === '') next.delete(name)
          else next.set(name, word)
        }
        return next
      },
      { replace: quietly },
    )
  return { at: (name: string) => search.get(name) ?? '', go }
}
