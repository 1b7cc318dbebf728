import { useState } from 'react'
import type { AnyRefusal } from '../../../contract'
import type { Edition } from '../../../contract/pieces'
import { api } from '../../cloud/api'
import { shelf, useReply } from '../../cloud/use-reply'

/** A piece and whether it is kept. Keeping shows at once and is taken back when the cloud refuses. */
export const useEdition = (pieceId: string) => {
  const { shown, retry, setShown } = useReply(`piece.${pieceId}`, () => api.pieces.open({ pieceId }))
  const [keeping, setKeeping] = useState(false)
  const [refusal, setRefusal] = useState<AnyRefusal | null>(null)

  const mark = (kept: boolean) =>
    setShown((before) => (before.state === 'shown' ? { ...before, data: { ...before.data, kept } } : before))

  const keep = async (edition: Edition) => {
    if (keeping) return
    const kept = !edition.kept
    setKeeping(true)
    setRefusal(null)
    mark(kept)
    const reply = kept ? await api.favourites.add({ pieceId }) : await api.favourites.remove({ pieceId })
    setKeeping(false)
    if (reply.ok) {
      const copy = shelf.read<Edition>(`piece.${pieceId}`)
      if (copy) shelf.keep(`piece.${pieceId}`, { ...copy.data, kept }, copy.at)
      return
    }
    mark(!kept)
    setRefusal(reply.code)
  }

  return { shown, retry, keep, refusal }
}
