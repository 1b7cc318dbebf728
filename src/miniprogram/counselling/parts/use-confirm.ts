import { useRef, useState } from 'react'
import type { AnyRefusal } from '../../../contract'
import type { OwnBooking } from '../../../contract/bookings'
import { messages } from '../../../contract/messages.zh-CN'
import { phoneOf } from '../../../domain/duty/phone'
import { api } from '../../cloud/api'
import { askToRemind, mayRemind } from '../../notices/ask-to-remind'
import { forgetNext } from '../../pages/mine/next-booking'
import { goInstead, wayToBooking } from '../../parts/ways'
import { useAgreed } from './use-agreed'

const KINDS = ['booking-tomorrow', 'booking-soon', 'booking-changed', 'booking-cancelled'] as const
const NOT_A_PHONE = '这个号码好像不完整，请再看一遍。手机号是 11 位，座机请带上区号。'
const inWechat = process.env.TARO_ENV === 'weapp'

type Left = { phone: string; card: string }

/**
 * The number first, without which nobody could call; then the booking; then what the counsellor is to know, which only a
 * booking that stands may carry. Each step is the same when it is done again.
 */
export const useConfirm = (first: OwnBooking, onOver: () => void) => {
  const { id, seriesId, mode } = first
  const { busy, wrong, setWrong, asking } = useAgreed()
  const reminded = useRef(false)
  const confirmed = useRef(false)
  const [unsaved, setUnsaved] = useState(false)

  const leave = () => goInstead(wayToBooking(id))

  const saveCard = (card: string) =>
    asking(
      () => api.bookings.setCard({ bookingId: id, card }),
      (reply) => {
        if (reply.ok) leave()
        else {
          setUnsaved(true)
          setWrong(`已经约好了，只是写的话没有存上：${messages[reply.code as AnyRefusal]}`)
        }
      },
    )

  const ask = () =>
    seriesId === '' ? api.bookings.confirm({ bookingId: id }) : api.bookings.confirmSeries({ seriesId })

  const confirmTime = ({ card }: Left) =>
    asking<unknown, string>(ask, (reply) => {
      if (!reply.ok) {
        if (reply.code === 'HOLD_OVER' || reply.code === 'BOOKING_OVER' || reply.code === 'BOOKING_NOT_FOUND') onOver()
        return
      }
      confirmed.current = true
      forgetNext()
      if (card === '') leave()
      else void saveCard(card)
    })

  const confirm = (left: Left) => {
    const written = { ...left, card: left.card.trim() }
    if (confirmed.current) return written.card === '' ? leave() : void saveCard(written.card)
    const phone = mode === 'phone' ? phoneOf(left.phone) : ''
    if (phone === undefined) {
      setWrong(NOT_A_PHONE)
      return
    }
    // WeChat lets only a tap ask: nothing may be waited for before.
    if (inWechat && !reminded.current && mayRemind(KINDS)) void askToRemind(KINDS)
    reminded.current = true
    if (phone === '') return void confirmTime(written)
    void asking(
      () => api.bookings.setPhone({ bookingId: id, phone }),
      (reply) => {
        if (reply.ok) void confirmTime(written)
        else if (reply.code === 'BOOKING_OVER' || reply.code === 'BOOKING_NOT_FOUND') onOver()
      },
    )
  }

  return { busy, wrong, unsaved, confirm, leave }
}
