import type { OwnBooking } from '../../../contract/bookings'
import { Button } from '../../parts/button'
import { go, paths, wayToCounsellor } from '../../parts/ways'
import { Buttons, Line, Paper, Quiet } from '../../privacy/parts/paper'
import { endWords, reasonWords } from './booking-words'

const Again = ({ staffId, primary = false }: { staffId: string; primary?: boolean }) => (
  <Button text="再约这位咨询师" kind={primary ? 'primary' : 'plain'} onTap={() => go(wayToCounsellor(staffId))} />
)

const Others = () => <Button text="看看别的咨询师" onTap={() => go(paths.counsellors)} />

/** The counsellor's doing is said first, with every way on that there is. */
const CalledOff = ({ booking }: { booking: OwnBooking }) => {
  const { reason, staffId } = booking
  return (
    <Paper title="咨询师取消了这一次，很抱歉">
      <Line>{reason === null ? '这次不能按约好的见了。不是因为您。' : reasonWords(reason)}</Line>
      <Quiet>都不合适的话，可以告诉我们什么时候方便，三天内答复您。急着说说，可以打 12356。</Quiet>
      <Buttons>
        {reason === 'left' ? null : <Again staffId={staffId} primary />}
        <Others />
        <Button text="没有合适的时间" onTap={() => go(paths.wish)} />
        <Button text="想找人说说，看求助电话" kind="quiet" onTap={() => go(paths.help)} />
      </Buttons>
    </Paper>
  )
}

/** What became of it, and how to go on. */
export const Ended = ({ booking }: { booking: OwnBooking }) => {
  const { state, staffId } = booking
  if (state === 'cancelled-by-counsellor') return <CalledOff booking={booking} />
  if (state === 'attended')
    return (
      <Paper title="想接着聊">
        <Line>想接着聊的时候，可以再约。</Line>
        <Buttons>
          <Again staffId={staffId} />
        </Buttons>
      </Paper>
    )
  if (state === 'confirmed')
    return (
      <Paper title="时间已经过了">
        <Line>咨询师记下以后，这里会写「已完成」。要是没有见上，也没有关系，可以再约。</Line>
        <Buttons>
          <Again staffId={staffId} />
        </Buttons>
      </Paper>
    )
  return (
    <Paper>
      <Line>{endWords[state]}</Line>
      <Buttons>
        <Again staffId={staffId} primary />
        <Others />
      </Buttons>
    </Paper>
  )
}
