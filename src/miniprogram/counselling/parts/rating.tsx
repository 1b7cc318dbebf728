import { useState } from 'react'
import { RATING_DAYS } from '../../../domain/bookings/booking'
import { api } from '../../cloud/api'
import { Button } from '../../parts/button'
import { Choice } from '../../parts/choice'
import { useStep } from '../../parts/use-step'
import { Buttons, Line, Notice, Paper, Quiet, Wrong } from '../../privacy/parts/paper'

const MARKS = [1, 2, 3, 4, 5].map((value) => ({ value, text: `${value} 分` }))

/** Never asked for: it can be put aside, and nothing else depends on it. */
export const Rating = ({
  bookingId,
  rating,
  onRated,
}: {
  bookingId: string
  rating: number | null
  onRated: (rating: number) => void
}) => {
  const { busy, wrong, step } = useStep()
  const [aside, setAside] = useState(false)
  const [done, setDone] = useState<string | null>(null)
  const rate = async (given: number) => {
    setDone(null)
    const reply = await step(() => api.bookings.rate({ bookingId, rating: given }))
    if (!reply?.ok) return
    setDone('记下了，谢谢您。')
    onRated(given)
  }
  if (aside) return null
  return (
    <Paper title="这次对您有帮助吗">
      <Line>愿意的话打个分，1 分是没有帮助，5 分是很有帮助。不打也没有关系。</Line>
      <Choice
        name="这次对您有帮助吗"
        options={MARKS}
        chosen={rating ?? 0}
        disabled={busy}
        onChoose={(mark) => void rate(mark)}
      />
      <Wrong text={wrong} />
      <Notice text={done} />
      {rating === null ? (
        <Buttons>
          <Button text="这次不打分" kind="quiet" disabled={busy} onTap={() => setAside(true)} />
        </Buttons>
      ) : (
        <Quiet>打分以后 {RATING_DAYS} 天内可以改。</Quiet>
      )}
    </Paper>
  )
}
