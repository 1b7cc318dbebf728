import { Alert } from 'antd'
import type { DeskPiece } from '../../../contract/desk'

type Props = { piece: DeskPiece; unsaved: boolean; problems: readonly string[] }

const standing = ({ stage, liveVersion, moves }: DeskPiece, unsaved: boolean) => {
  if (stage === 'in-review') {
    const still = liveVersion === null ? '通过之前，读者看不到。' : `通过之前，读者看到的仍是第 ${liveVersion} 版。`
    const own = moves.includes('approve') ? '' : '参与编写的人不能审核，要由另一位同事来审。'
    return `这一版正在等待审核。${still}${own}`
  }
  if (stage === 'draft' && liveVersion !== null)
    return `读者看到的仍是第 ${liveVersion} 版；这里的修改在审核通过后才会公开。`
  if (stage === 'published' && moves.includes('save'))
    return unsaved
      ? '保存后会成为新的草稿，读者看到的版本不变，直到新的一版通过审核。'
      : '这一版已经公开。您可以直接修改，修改会成为新的草稿，不影响读者看到的版本。'
  if (stage === 'recalled') return '这篇内容已撤回，读者看不到。修改并保存后，可以重新提交审核。'
  return null
}

/** Where the piece stands, what a colleague said about it, and what is unfinished. */
export const Notices = ({ piece, unsaved, problems }: Props) => {
  const words = standing(piece, unsaved)
  return (
    <>
      {words && <Alert type="info" showIcon title={words} />}
      {piece.note && (
        <Alert
          type="warning"
          showIcon
          title={piece.stage === 'recalled' ? '撤回的原因' : '同事留下的说明'}
          description={<span className="note-text">{piece.note}</span>}
        />
      )}
      {problems.length > 0 && <Alert type="warning" showIcon role="alert" title={problems.join('；')} />}
    </>
  )
}
