import { fieldNames, modeNames } from '../../../domain/counsellors/words'
import { OFFER_MINUTES } from '../../../domain/waits/wait'
import { api } from '../../cloud/api'
import { ask } from '../../parts/ask'
import { Button } from '../../parts/button'
import { useStep } from '../../parts/use-step'
import { dateOf } from '../../phone/times'
import { Buttons, Line, Paper, Quiet, Wrong } from '../../privacy/parts/paper'
import type { Wait } from './use-waits'

const whom = ({ counsellorName, field, mode }: Wait) =>
  [counsellorName ?? '哪位咨询师都行', field && fieldNames[field], mode && modeNames[mode]].filter(Boolean).join(' · ')

const place = ({ before }: Wait) => (before === 0 ? '有空出来的，先问您' : `前面还有 ${before} 位`)

/** A place in a queue, and the way out of it. */
export const Waiting = ({ wait, onLeft }: { wait: Wait; onLeft: () => void }) => {
  const { busy, wrong, step } = useStep()
  const leave = async () => {
    const content = '您的位置会让给后面的人。以后想等，可以再排。'
    if (!(await ask({ title: '不等了吗', content, confirmText: '不等了', cancelText: '接着等' }))) return
    const reply = await step(() => api.waits.leave({ waitId: wait.id }))
    if (reply?.ok || reply?.code === 'WAIT_NOT_FOUND') onLeft()
  }
  return (
    <Paper title={whom(wait)}>
      <Line>{place(wait)}</Line>
      <Quiet>
        最多等到 {dateOf(wait.until)}。白天空出来的，留 {OFFER_MINUTES}{' '}
        分钟给您决定，在「通知」里告诉您；没赶上也没关系，位置还在。
      </Quiet>
      <Wrong text={wrong} />
      <Buttons>
        <Button text="不等了" label={`不等了，${whom(wait)}`} kind="quiet" disabled={busy} onTap={() => void leave()} />
      </Buttons>
    </Paper>
  )
}
