import { shownClock } from '../../shell/time'
import type { DeskState } from './desk'

const wordsOf = ({ work, unsaved, overtaken, refusal, savedAt }: DeskState, blocked: boolean) => {
  if (work === 'saving') return '正在保存'
  if (overtaken) return '没有保存'
  if (unsaved && blocked) return '有一处没有填完，填完后自动保存'
  if (unsaved && refusal) return '没有保存成功，会自动再试'
  if (unsaved) return '有修改，稍后自动保存'
  return savedAt ? `已保存 ${shownClock(savedAt)}` : '没有未保存的修改'
}

export const SaveState = ({ state, blocked }: { state: DeskState; blocked: boolean }) => (
  <span className="soft figure" role="status">
    {wordsOf(state, blocked)}
  </span>
)
