import { messages } from '../../../contract/messages.zh-CN'
import { Button } from '../../parts/button'
import { Buttons, Line, Paper, Wrong } from '../../privacy/parts/paper'
import { askToDrop } from './door-ask'
import type { Door } from './door-use-door'

/** The list went with the event; what was never sent is not thrown away unasked. */
export const DoorOver = ({ door }: { door: Door }) => {
  const waiting = door.book?.waiting() ?? 0
  const drop = async () => {
    if (await askToDrop(waiting)) door.forget()
  }
  return (
    <Paper title={door.book?.list().title ?? '签到'}>
      <Line>活动已经结束，名单从这部手机上清除了。</Line>
      <Line>{`还有 ${waiting} 条签到没有送到，正在试着送出。送不出的话，请告诉组织者。`}</Line>
      <Wrong text={door.unsent === null ? null : `${messages[door.unsent]}。`} />
      <Buttons side>
        <Button text="再送一次" kind="primary" onTap={door.send} />
        <Button text="清除" kind="quiet" onTap={() => void drop()} />
      </Buttons>
    </Paper>
  )
}
