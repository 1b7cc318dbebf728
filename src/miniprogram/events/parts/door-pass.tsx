import { useState } from 'react'
import type { AnyRefusal } from '../../../contract'
import { messages } from '../../../contract/messages.zh-CN'
import { api } from '../../cloud/api'
import { Button } from '../../parts/button'
import { Field } from '../../parts/field'
import { Row, Rows } from '../../parts/row'
import { Section } from '../../parts/section'
import { useStep } from '../../parts/use-step'
import { Buttons, Line, Paper, Quiet, Wrong } from '../../privacy/parts/paper'
import { doorKept } from './door-kept'

const LETTERS = 8
/** Room for a space in the middle, as it is read out. */
const MOST = 9
/** It may have been taken, and is good only once. */
const lost: readonly AnyRefusal[] = ['TIMED_OUT', 'INTERNAL', 'BUSY']

/** Where the door of an event opens on this phone: by a pass, or by what the phone kept from before. */
export const DoorPass = ({ onOpen }: { onOpen: (eventId: string) => void }) => {
  const { busy, wrong, setWrong, step } = useStep()
  const [written, setWritten] = useState('')
  const [kept] = useState(() => {
    doorKept.sweep(new Date())
    return doorKept.doors()
  })
  const take = async () => {
    const code = written.replace(/\s/g, '').toUpperCase()
    if (code.length !== LETTERS) {
      setWrong('签到口令是八位字母和数字，请再看一下。')
      return
    }
    const reply = await step(() => api.doors.takePass({ code }))
    if (reply?.ok) onOpen(reply.data.eventId)
    else if (reply && lost.includes(reply.code as AnyRefusal))
      setWrong(`${messages[reply.code as AnyRefusal]}。口令只能用一次，再试不行的话，请组织者再给一个。`)
  }
  return (
    <>
      <Paper title="签到口令">
        <Line>请组织者在管理台点「给签到的同事一个口令」：八位字母和数字，十五分钟内有效。</Line>
        <Quiet>名单会存在这部手机上，没有网络也能签到；活动结束一天后自己清除。</Quiet>
        <Field name="签到口令" value={written} most={MOST} placeholder="八位字母和数字" onWrite={setWritten} />
        <Wrong text={wrong} />
        <Buttons>
          <Button text={busy ? '正在打开' : '打开签到'} kind="primary" disabled={busy} onTap={() => void take()} />
        </Buttons>
      </Paper>
      {kept.length === 0 ? null : (
        <Section title="这部手机上的签到">
          <Rows>
            {kept.map(({ eventId, title, unsent }) => (
              <Row
                key={eventId}
                name={title}
                {...(unsent > 0 && { state: `${unsent} 条还没送出` })}
                onTap={() => onOpen(eventId)}
              />
            ))}
          </Rows>
        </Section>
      )}
    </>
  )
}
