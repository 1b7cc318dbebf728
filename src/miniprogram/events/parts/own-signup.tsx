import { View } from '@tarojs/components'
import type { Reply } from '../../../contract'
import type { OwnSignup as Own } from '../../../contract/signups'
import { api } from '../../cloud/api'
import { ask } from '../../parts/ask'
import { Button } from '../../parts/button'
import { useNow } from '../../parts/use-now'
import { useStep } from '../../parts/use-step'
import { go, wayToCertificate, wayToDraw, wayToRate, wayToTicket } from '../../parts/ways'
import { weekdayMinuteOf } from '../../phone/times'
import { Buttons, Line, Paper, Wrong } from '../../privacy/parts/paper'
import { ownSaid } from './event-words'
import { rateStandOf } from './rate-stand'

const A_MINUTE_MS = 60_000

const holds: readonly Own['state'][] = ['seated', 'waiting', 'entered']

/** Until when a seat goes back by a tap, or that it may at any hour. */
const cancelRule = ({ state, freeToGo, cancelUntil }: Own): string => {
  if (state !== 'seated') return '不等了随时可以取消。'
  if (freeToGo) return '时间或地点改过，来不了随时可以取消。'
  return `${weekdayMinuteOf(cancelUntil)} 以前可以取消，名额会留给候补的人。`
}

const mayCancel = ({ state, freeToGo, cancelUntil, calledOff, times }: Own, now: Date) => {
  const begins = times[0]?.from
  if (calledOff || !holds.includes(state) || begins === undefined || now >= new Date(begins)) return false
  return state !== 'seated' || freeToGo || now < new Date(cancelUntil)
}

/** One's own sign-up: how it stands, and what can be done about it. Nothing is asked that has no use. */
export const OwnSignup = ({ signup, onChange }: { signup: Own; onChange: (signup: Own) => void }) => {
  const { busy, wrong, step } = useStep()
  const now = useNow(A_MINUTE_MS)
  const { eventId, state, offer, calledOff, kind, times, hours } = signup
  const one = { eventId }
  const isAhead = times.some(({ until }) => new Date(until) > now)

  const take = async <Code extends string>(asked: () => Promise<Reply<Own, Code>>) => {
    const reply = await step(asked)
    if (reply?.ok) onChange(reply.data)
  }
  const cancel = async () => {
    const content = state === 'seated' ? '名额会马上给候补的下一位。' : '再报名的话，会排到最后。'
    if (!(await ask({ title: '取消报名吗', content, confirmText: '取消报名', cancelText: '先留着' }))) return
    await take(() => api.signups.cancel(one))
  }

  return (
    <Paper title={ownSaid(signup)}>
      {state === 'offered' && offer !== null && !calledOff ? (
        <View>
          <Line>这个名额现在只留给您。不要也没有关系，让给下一位就好。</Line>
          <Buttons>
            <Button
              text={busy ? '正在确认' : '要这个名额'}
              kind="primary"
              disabled={busy}
              onTap={() => void take(() => api.signups.accept(one))}
            />
            <Button
              text="让给下一位"
              kind="quiet"
              disabled={busy}
              onTap={() => void take(() => api.signups.decline(one))}
            />
          </Buttons>
        </View>
      ) : null}
      {state === 'waiting' && !calledOff ? <Line>有名额空出来会先问您，到时在「通知」里看得到。</Line> : null}
      {state === 'entered' && !calledOff ? (
        <Line>报名截止以后抽签，谁都可以重算一遍结果。没抽中的按抽出的先后候补。</Line>
      ) : null}
      {mayCancel(signup, now) ? <Line>{cancelRule(signup)}</Line> : null}
      {state === 'seated' && !calledOff && isAhead && !mayCancel(signup, now) ? (
        <Line>已经过了可以取消的时间。来不了也没有关系，方便的话告诉组织者一声。</Line>
      ) : null}
      <Wrong text={wrong} />
      <Buttons>
        {(state === 'seated' || state === 'came') && isAhead && !calledOff && kind !== 'live' ? (
          <Button text="出示我的票" kind="primary" onTap={() => go(wayToTicket(eventId))} />
        ) : null}
        {state === 'entered' && !calledOff ? <Button text="看看怎么抽" onTap={() => go(wayToDraw(eventId))} /> : null}
        {rateStandOf(signup, now).state === 'open' ? (
          <Button text="评一评" onTap={() => go(wayToRate(eventId))} />
        ) : null}
        {state === 'came' && hours > 0 && !isAhead && !calledOff ? (
          <Button text="学时证明" onTap={() => go(wayToCertificate(eventId))} />
        ) : null}
        {mayCancel(signup, now) ? (
          <Button text={busy ? '正在取消' : '取消报名'} kind="quiet" disabled={busy} onTap={() => void cancel()} />
        ) : null}
      </Buttons>
    </Paper>
  )
}
