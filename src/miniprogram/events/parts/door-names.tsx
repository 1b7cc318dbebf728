import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { inShanghai } from '../../../domain/time'
import { ask } from '../../parts/ask'
import { Button } from '../../parts/button'
import { Field } from '../../parts/field'
import { Paper, Quiet } from '../../privacy/parts/paper'
import type { DoorBook, DoorTicket } from './door-book'
import { namedLike, nameOf } from './door-words'
import './door-names.scss'

const MOST_LETTERS = 20
const MOST_ROWS = 30

const NameRow = ({ ticket, cameAt, onCame }: { ticket: DoorTicket; cameAt: string | null; onCame: () => void }) => {
  const name = nameOf(ticket)
  const together = ticket.places > 1 ? `一共 ${ticket.places} 位` : ''
  const since = cameAt === null ? '' : `${inShanghai(cameAt).format('HH:mm')} 到了`
  const hint = [together, since].filter(Boolean).join('，')
  return (
    <View className="door-name">
      <View className="door-name__words">
        <Text className="door-name__name">{name}</Text>
        {hint ? <Text className="door-name__hint">{hint}</Text> : null}
      </View>
      {cameAt === null ? <Button text="到了" label={`${name}到了`} onTap={onCame} /> : null}
    </View>
  )
}

/** For whoever has no ticket at hand. What is written down here cannot be taken back, so it is asked once more. */
export const DoorNames = ({ book, now, onCame }: { book: DoorBook; now: Date; onCame: (ticketId: string) => void }) => {
  const [looked, setLooked] = useState('')
  const found = namedLike(book.list().tickets, looked)
  const came = async (ticket: DoorTicket) => {
    const together = ticket.places > 1 ? `，一共 ${ticket.places} 位` : ''
    const content = `记下「${nameOf(ticket)}」到了${together}。记下以后不能撤回。`
    if (await ask({ title: '到了', content, confirmText: '到了', cancelText: '再看看' })) onCame(ticket.ticketId)
  }
  return (
    <Paper>
      <Field name="找名字" value={looked} most={MOST_LETTERS} placeholder="名字里的一两个字" onWrite={setLooked} />
      {found.slice(0, MOST_ROWS).map((ticket) => (
        <NameRow
          key={ticket.ticketId}
          ticket={ticket}
          cameAt={book.cameAt(ticket.ticketId, now)}
          onCame={() => void came(ticket)}
        />
      ))}
      {found.length === 0 ? <Quiet>名单里没有找到。刚报上名的话，更新一下名单再找。</Quiet> : null}
      {found.length > MOST_ROWS ? <Quiet>{`还有 ${found.length - MOST_ROWS} 位，写上名字就能找到。`}</Quiet> : null}
    </Paper>
  )
}
