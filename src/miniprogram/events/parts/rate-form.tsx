import { useState } from 'react'
import type { OwnSignup } from '../../../contract/signups'
import { FEWEST_RATINGS, itemsOf, type RatingItem } from '../../../domain/ratings/words'
import { api } from '../../cloud/api'
import { Button } from '../../parts/button'
import { Choice } from '../../parts/choice'
import { useStep } from '../../parts/use-step'
import { dateOf } from '../../phone/times'
import { Buttons, Line, Paper, Quiet, Wrong } from '../../privacy/parts/paper'
import { itemWords } from './rate-words'

/** Of a mark that is not given. */
const NONE = 0

const optionsOf = (item: RatingItem) => [
  ...itemWords[item].says.map((text, at) => ({ value: at + 1, text: `${at + 1} ${text}` })),
  { value: NONE, text: '不评' },
]

/** Every mark may be left out; what is given is given once, because nobody could find it again to change it. */
export const RateForm = ({ signup, until, onGiven }: { signup: OwnSignup; until: string; onGiven: () => void }) => {
  const { busy, wrong, step } = useStep()
  const [marks, setMarks] = useState<Partial<Record<RatingItem, number>>>({})
  const items = itemsOf(signup.kind)
  const scores = items.flatMap((item) => {
    const score = marks[item] ?? NONE
    return score === NONE ? [] : [{ item, score }]
  })
  const give = async () => {
    const reply = await step(() => api.ratings.give({ eventId: signup.eventId, scores }))
    if (reply?.ok || reply?.code === 'ALREADY_RATED') onGiven()
  }
  return (
    <>
      <Paper title={signup.title}>
        <Line>说说这一次怎么样，帮下一次办得更好。不评也没有关系，什么都不影响。</Line>
        <Quiet>匿名：评价里没有您是谁，报名记录里只多一句「评过了」。</Quiet>
        <Quiet>同一项满 {FEWEST_RATINGS} 个人评过才公布，公布的只有人数和平均分。</Quiet>
        <Quiet>可以评到 {dateOf(until)}。交了就不能改，因为谁也找不到哪一份是您的。</Quiet>
      </Paper>
      {items.map((item) => (
        <Paper key={item} title={itemWords[item].asks}>
          <Choice
            name={itemWords[item].asks}
            options={optionsOf(item)}
            chosen={marks[item] ?? NONE}
            disabled={busy}
            onChoose={(score) => setMarks((before) => ({ ...before, [item]: score }))}
          />
        </Paper>
      ))}
      <Wrong text={wrong} />
      {scores.length === 0 ? <Quiet>选一项就可以交。</Quiet> : null}
      <Buttons>
        <Button
          text={busy ? '正在交…' : '匿名交上'}
          kind="primary"
          disabled={busy || scores.length === 0}
          onTap={() => void give()}
        />
      </Buttons>
    </>
  )
}
