import { Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { messages } from '../../../contract/messages.zh-CN'
import { aria } from '../../parts/aria'
import { Button } from '../../parts/button'
import { Choice } from '../../parts/choice'
import { tell } from '../../parts/tell'
import { useNow } from '../../parts/use-now'
import { keepScreenOn } from '../../phone/screen'
import { spanOf } from '../../phone/times'
import { Buttons, Notice } from '../../privacy/parts/paper'
import { askToDrop, askToEnd } from './door-ask'
import type { DoorBook } from './door-book'
import { DoorLatest } from './door-latest'
import { DoorNames } from './door-names'
import { DoorSaid } from './door-said'
import { DoorScan } from './door-scan'
import { DoorShown } from './door-shown'
import { type Door, isAway } from './door-use-door'
import { nameOf, ticketsSaid } from './door-words'
import { verdictWords } from './verdict-words'
import './door-desk.scss'

const HALF_A_MINUTE_MS = 30_000
const MOST_LATEST = 5

const ways = [
  { value: 'ticket', text: '看票' },
  { value: 'name', text: '按名字' },
  { value: 'self', text: '自己签' },
] as const
type Way = (typeof ways)[number]['value']

const Counts = ({ book, now }: { book: DoorBook; now: Date }) => {
  const { came, expected } = book.counts(now)
  const time = book.list().times[book.timeAt(now)]
  const byTickets = ticketsSaid(came, expected)
  const waiting = book.waiting()
  return (
    <View>
      <Text className="door-desk__title" {...aria({ role: 'heading', level: 2 })}>
        {book.list().title}
      </Text>
      {time ? <Text className="door-desk__when">{spanOf(time)}</Text> : null}
      <View className="door-desk__counts">
        <Text className="door-desk__came">{came.people} 人到了</Text>
        <Text className="door-desk__expected">应到 {expected.people} 人</Text>
        {waiting > 0 ? <Text className="door-desk__waiting">{waiting} 条等网络</Text> : null}
      </View>
      {byTickets === null ? null : <Text className="door-desk__when">{byTickets}</Text>}
    </View>
  )
}

/** What stands between this phone and the cloud, if anything does. */
const standSaid = ({ unread, unsent, isRoomy, book }: Door): string | null => {
  const code = unsent ?? unread
  const unkept = book?.unkept() ?? 0
  if (unkept > 0) return `手机没有空间了，有 ${unkept} 条只在这一页里。请先不要关这一页，连上网就会送出。`
  if (!isRoomy) return '手机空间不够，名单没有存下。这一页开着就能用，关掉以后要有网络才能再打开。'
  if (code !== null && isAway(code)) return '现在没有网络。可以照常签到，都存在这部手机上，连上网自己会送出。'
  return code === null ? null : `${messages[code]}。`
}

/** The door itself. One way to let somebody in is in sight at a time; how many came, and what the last scan was, always are. */
export const DoorDesk = ({ door, book }: { door: Door; book: DoorBook }) => {
  const now = useNow(HALF_A_MINUTE_MS)
  const [way, setWay] = useState<Way>('ticket')
  const [last, setLast] = useState<{ scanId: string } | { text: string } | null>(null)
  useEffect(() => {
    keepScreenOn(true)
    return () => keepScreenOn(false)
  }, [])

  const scan: Door['scan'] = (ticketId, how) => {
    const seen = door.scan(ticketId, how)
    setLast(seen)
    return seen
  }
  const say = (text: string) => setLast({ text })
  const said = last === null ? null : 'text' in last ? last.text : book.seen(last.scanId)
  const byHand = (ticketId: string) => {
    const seen = scan(ticketId, { by: 'hand' })
    // The row that was tapped may be far below the words.
    if (seen?.ticket && seen.verdict !== 'came') tell(nameOf(seen.ticket), `${verdictWords[seen.verdict]}。`)
  }
  const end = async () => {
    if (!(await askToEnd())) return
    const waiting = door.end()
    if (waiting === 0) return
    if (!door.isStuck) tell('还不能结束', `还有 ${waiting} 条没有送到。请连上网等一会儿，送到以后再结束。`)
    else if (await askToDrop(waiting)) door.forget()
  }

  return (
    <View>
      <Counts book={book} now={now} />
      <Notice text={standSaid(door)} />
      {said === null ? null : <DoorSaid said={said} />}
      <View className="door-desk__ways">
        <Choice name="怎么签到" options={ways} chosen={way} onChoose={setWay} />
      </View>
      {way === 'ticket' ? (
        <DoorScan book={book} onScan={(ticketId, code) => scan(ticketId, { code, by: 'qr' })} onSay={say} />
      ) : null}
      {way === 'name' ? <DoorNames book={book} now={now} onCame={byHand} /> : null}
      {way === 'self' ? <DoorShown doorKey={book.list().doorKey} /> : null}
      <DoorLatest latest={book.latest(MOST_LATEST)} />
      <Buttons side>
        <Button text={door.isBusy ? '正在更新' : '更新名单'} disabled={door.isBusy} onTap={door.download} />
        <Button text="结束签到" kind="quiet" onTap={() => void end()} />
      </Buttons>
    </View>
  )
}
