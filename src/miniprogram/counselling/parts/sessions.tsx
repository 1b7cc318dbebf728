import { Text, View } from '@tarojs/components'
import { useCallback, useEffect, useState } from 'react'
import type { OwnBooking } from '../../../contract/bookings'
import { api } from '../../cloud/api'
import { Row, Rows } from '../../parts/row'
import { Section } from '../../parts/section'
import { go, wayToBooking } from '../../parts/ways'
import { spanOf } from '../../phone/times'
import { standing } from './booking-words'
import { sessionsOf } from './outline'

/** A series lies within this many pages of what one has booked. */
const MOST_PAGES = 3

const find = async (seriesId: string): Promise<OwnBooking[] | null> => {
  const rows: OwnBooking[] = []
  let after: string | null = null
  for (let page = 0; page < MOST_PAGES; page++) {
    const reply: Awaited<ReturnType<typeof api.bookings.mine>> = await api.bookings.mine(
      after === null ? {} : { after },
    )
    if (!reply.ok) return null
    rows.push(...reply.data.rows)
    after = reply.data.next
    if (after === null) break
  }
  return sessionsOf(rows, seriesId)
}

/** The other sessions of a series, found once this one stands on the page; `turn` looks for them anew. */
export const Sessions = ({ booking, turn, now }: { booking: OwnBooking; turn: number; now: Date }) => {
  const { seriesId, id } = booking
  const [rows, setRows] = useState<OwnBooking[]>([])
  const look = useCallback(
    async (_turn: number) => {
      const found = await find(seriesId)
      if (found !== null) setRows(found)
    },
    [seriesId],
  )
  useEffect(() => {
    if (seriesId !== '') void look(turn)
  }, [look, seriesId, turn])
  if (rows.length < 2) return null
  return (
    <Section title={`每周一次，一共 ${rows.length} 次`}>
      <Rows>
        {rows.map((row, at) => {
          const name = `第 ${at + 1} 次 · ${spanOf(row)}`
          if (row.id !== id)
            return <Row key={row.id} name={name} state={standing(row, now)} onTap={() => go(wayToBooking(row.id))} />
          return (
            <View key={row.id} className="row">
              <View className="row__words">
                <Text className="row__name">{name}</Text>
                <Text className="row__state">就是这一次</Text>
              </View>
            </View>
          )
        })}
      </Rows>
    </Section>
  )
}
