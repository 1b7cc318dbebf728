import { useParams } from 'react-router'
import { api } from '../../cloud/api'
import { RefusalNote } from '../../cloud/refusal-note'
import { useRead } from '../../cloud/use-read'
import { Waiting } from '../../shell/waiting'
import { BackToList } from './back'
import { PieceDesk } from './piece-desk'
import '../library.css'

export const PiecePage = () => {
  const pieceId = useParams().pieceId ?? ''
  const opened = useRead(pieceId, () => api.desk.open({ pieceId }))
  if (opened.loading) return <Waiting rows={12} />
  if (!opened.data)
    return (
      <>
        <BackToList />
        <RefusalNote refusal={opened.refusal} onRetry={opened.reload} />
      </>
    )
  return <PieceDesk key={`${opened.data.id} ${opened.data.revision}`} opened={opened.data} onReopen={opened.reload} />
}
