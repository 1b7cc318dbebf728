import type { AnyRefusal } from '../../../contract'
import type { OwnBooking } from '../../../contract/bookings'
import type { Mode } from '../../../domain/counsellors/words'
import { api } from '../../cloud/api'
import { forgetNext } from '../../pages/mine/next-booking'
import { go, wayToBooking, wayToConfirm, wayToConfirmSeries } from '../../parts/ways'
import { answered, idFor } from './fresh-ids'
import { keepMissing } from './missing'
import { useAgreed } from './use-agreed'

/** `sessions`: 1, or a series of so many weeks. */
export type Wanted = { staffId: string; from: string; mode: Mode; sessions: number }

const isHeldNow = ({ state }: OwnBooking) => state === 'held'
const isOver = ({ state }: OwnBooking) => state === 'expired'

/** Holds a time, or the same time of several weeks, and goes to where it is confirmed. */
export const useHold = (onRefused: (code: AnyRefusal) => void) => {
  const { busy, wrong, setWrong, asking } = useAgreed()

  const single = (wanted: Wanted): Promise<void> => {
    const { sessions: _, ...time } = wanted
    const wish = JSON.stringify(wanted)
    const ask = () => api.bookings.hold({ bookingId: idFor(wish), ...time })
    return asking(ask, (reply) => {
      if (!reply.ok) {
        onRefused(reply.code as AnyRefusal)
        return
      }
      answered(wish)
      forgetNext()
      const { id } = reply.data
      if (isHeldNow(reply.data)) go(wayToConfirm(id))
      // The answer was lost long ago and what was held then is over: this is a new wish.
      else if (isOver(reply.data)) void single(wanted)
      else go(wayToBooking(id))
    })
  }

  const series = (wanted: Wanted): Promise<void> => {
    const wish = JSON.stringify(wanted)
    const seriesId = idFor(wish)
    return asking(
      () => api.bookings.series({ seriesId, ...wanted }),
      (reply) => {
        if (!reply.ok) {
          onRefused(reply.code as AnyRefusal)
          return
        }
        answered(wish)
        forgetNext()
        const { held, missing } = reply.data
        const [first] = held
        if (first === undefined) {
          setWrong('这几周的这个时间都约不上了，请换一个时间，或者排个候补。')
          onRefused('SLOT_NOT_OFFERED')
        } else if (held.every(isOver)) void series(wanted)
        else {
          keepMissing(seriesId, missing)
          go(held.some(isHeldNow) ? wayToConfirmSeries(seriesId) : wayToBooking(first.id))
        }
      },
    )
  }

  return { busy, wrong, hold: (wanted: Wanted) => (wanted.sessions > 1 ? series(wanted) : single(wanted)) }
}
