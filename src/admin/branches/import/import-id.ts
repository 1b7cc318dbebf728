export type Chosen = {
  /** Only who began an import goes on with it. */
  staffId: string
  branchId: string
  mode: 'add' | 'remove'
  file: Pick<File, 'name' | 'size' | 'lastModified'>
  /** The same file may be imported again on purpose. */
  round: number
}

// FNV-1a, 128 bits (draft-eastlake-fnv). No crypto.subtle: a browser gives none to a page without https.
const OFFSET = 0x6c62272e07bb014262b821756295c58dn
const PRIME = 0x0000000001000000000000000000013bn
const MASK = (1n << 128n) - 1n

/** The same choice is the same import: chosen again after the tab was closed, it goes on where it stopped. */
export const importIdOf = ({ staffId, branchId, mode, file, round }: Chosen): string => {
  const words = JSON.stringify([staffId, branchId, mode, file.name, file.size, file.lastModified, round])
  let hash = OFFSET
  for (const byte of new TextEncoder().encode(words)) hash = ((hash ^ BigInt(byte)) * PRIME) & MASK
  return hash.toString(16).padStart(32, '0')
}
