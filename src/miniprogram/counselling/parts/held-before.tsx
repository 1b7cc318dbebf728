import type { Output } from '../../../contract'
import { api } from '../../cloud/api'
import { Button } from '../../parts/button'
import { go, wayToConfirm, wayToConfirmSeries } from '../../parts/ways'
import { spanOf } from '../../phone/times'
import { Buttons, Line, Paper } from '../../privacy/parts/paper'
import { useOwn } from '../../privacy/parts/use-own'
import { Left } from './left'
import { outline } from './outline'

type Page = Output<'bookings', 'mine'>

/** What was held and not confirmed, for whoever was cut off in between. Asked for once the page stands; says nothing else. */
export const HeldBefore = () => {
  const { own } = useOwn<Page, never>(() => api.bookings.mine({}), { rows: [], next: null })
  const [held] = own.state === 'shown' ? outline(own.data.rows, new Date()).held : []
  if (held === undefined || held.heldUntil === null) return null
  return (
    <Paper title="您有一个时间还没确认">
      <Line>
        {spanOf(held)}
        {held.seriesId === '' ? '' : ' 起，每周一次'}，{held.counsellorName}
      </Line>
      <Left until={held.heldUntil} over="没有确认，时间已经放开。想要的话，请重新选一次。" />
      <Buttons>
        <Button
          text="去确认"
          kind="primary"
          onTap={() => go(held.seriesId === '' ? wayToConfirm(held.id) : wayToConfirmSeries(held.seriesId))}
        />
      </Buttons>
    </Paper>
  )
}
