import { Text, View } from '@tarojs/components'
import { useDidHide, useDidShow, useRouter } from '@tarojs/taro'
import { useCallback, useEffect, useState } from 'react'
import type { AnyRefusal } from '../../../../contract'
import { api } from '../../../cloud/api'
import { aria } from '../../../parts/aria'
import { Bones } from '../../../parts/bones'
import { Button } from '../../../parts/button'
import { Field } from '../../../parts/field'
import { PageShell } from '../../../parts/page-shell'
import { Nothing, Trouble } from '../../../parts/trouble'
import { useStep } from '../../../parts/use-step'
import { goInstead, paths, wayToEvent } from '../../../parts/ways'
import { brighten, dim } from '../../../phone/brightness'
import { dropTicket, keepTicket, keptTicket, type Ticket } from '../../../phone/tickets'
import { spanOf } from '../../../phone/times'
import { Buttons, Line, Notice, Paper, Quiet, Said, Wrong } from '../../../privacy/parts/paper'
import { timeNext } from '../../parts/event-words'
import { TicketPicture } from '../../parts/ticket-picture'
import { verdictWords } from '../../parts/verdict-words'
import './index.scss'

/** Answers that say there is no ticket any more; any other leaves the one that was kept. */
const gone: readonly AnyRefusal[] = ['SIGNUP_NOT_FOUND', 'NO_SEAT', 'SIGN_IN_NEEDED']

type Shown = { state: 'waiting' } | { state: 'shown'; ticket: Ticket } | { state: 'refused'; code: AnyRefusal }

/** What is kept on the phone is there at once; the cloud says whether it still holds. */
const useTicket = (eventId: string) => {
  const [shown, setShown] = useState<Shown>(() => {
    const kept = keptTicket(eventId, new Date())
    return kept ? { state: 'shown', ticket: kept } : { state: 'waiting' }
  })
  const look = useCallback(async () => {
    const reply = await api.tickets.open({ eventId })
    if (reply.ok) {
      keepTicket(eventId, reply.data, new Date())
      setShown({ state: 'shown', ticket: reply.data })
      return
    }
    const code = reply.code as AnyRefusal
    if (gone.includes(code)) dropTicket(eventId, new Date())
    setShown((before) => (before.state === 'shown' && !gone.includes(code) ? before : { state: 'refused', code }))
  }, [eventId])
  useEffect(() => {
    void look()
  }, [look])
  return { shown, look }
}

const CODE_DIGITS = 6

/** By the digits that stand at the door, for whoever finds nobody to scan. */
const SelfCheckIn = ({ eventId }: { eventId: string }) => {
  const { busy, wrong, setWrong, step } = useStep()
  const [code, setCode] = useState('')
  const [said, setSaid] = useState<string | null>(null)
  const checkIn = async () => {
    const digits = code.replace(/\D/g, '')
    if (digits.length !== CODE_DIGITS) {
      setWrong('门口显示的是六位数字，请再看一下')
      return
    }
    const reply = await step(() => api.tickets.checkIn({ eventId, code: digits }))
    if (!reply?.ok) return
    setCode('')
    setSaid(`${verdictWords[reply.data.verdict]}。`)
  }
  return (
    <Paper title="自己签到">
      <Line>门口有六位数字的话，写在这里就行。</Line>
      <Field name="门口的六位数字" value={code} keys="number" most={CODE_DIGITS} onWrite={setCode} />
      <Wrong text={wrong} />
      <Notice text={said} />
      <Buttons>
        <Button text={busy ? '正在签到' : '签到'} disabled={busy} onTap={() => void checkIn()} />
      </Buttons>
    </Paper>
  )
}

const Opened = ({ eventId, ticket }: { eventId: string; ticket: Ticket }) => {
  const next = timeNext(ticket.times, new Date())
  useDidShow(brighten)
  useDidHide(dim)
  // What is put on the page later hears of no showing but the return.
  useEffect(() => {
    brighten()
    return dim
  }, [])
  return (
    <View>
      <Text className="ticket__title" {...aria({ role: 'heading', level: 2 })}>
        {ticket.title}
      </Text>
      <TicketPicture ticketId={ticket.ticketId} ticketKey={ticket.key} />
      <Paper>
        {next === undefined ? null : <Said about="时间">{spanOf(next)}</Said>}
        <Said about="地点">{ticket.where}</Said>
        {ticket.places > 1 ? <Said about="几位">{`一共 ${ticket.places} 位，一起进`}</Said> : null}
        <Quiet>{`门口出示这一页就行，不用说名字。没有写昵称的，名单上是「票 ${ticket.ticketId.slice(-4)}」。`}</Quiet>
      </Paper>
      <SelfCheckIn eventId={eventId} />
      <Buttons>
        <Button text="看这场活动" kind="quiet" onTap={() => goInstead(wayToEvent(eventId))} />
      </Buttons>
    </View>
  )
}

const Asked = ({ id }: { id: string }) => {
  const { shown, look } = useTicket(id)
  if (shown.state === 'waiting') return <Bones rows={2} />
  if (shown.state === 'refused') {
    if (!gone.includes(shown.code)) return <Trouble code={shown.code} onRetry={() => void look()} />
    return (
      <Nothing
        text="这场活动里现在没有您的名额，可以看看报名到了哪一步。"
        action="看这场活动"
        onTap={() => goInstead(wayToEvent(id))}
      />
    )
  }
  return <Opened eventId={id} ticket={shown.ticket} />
}

export default function TicketPage() {
  const { id } = useRouter().params
  return (
    <PageShell title="我的票" hide>
      {id ? (
        <Asked id={id} />
      ) : (
        <Nothing text="没有找到这张票。" action="看看我的活动" onTap={() => goInstead(paths.myEvents)} />
      )}
    </PageShell>
  )
}
