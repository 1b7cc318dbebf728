import { Image, Text, View } from '@tarojs/components'
import { useMemo } from 'react'
import { encode } from 'uqr'
import { codeAt, qrText, secondsLeft } from '../../../domain/tickets/code'
import { aria } from '../../parts/aria'
import { useNow } from '../../parts/use-now'
import { base64Of, pngOf } from './png'
import './ticket-picture.scss'

const A_SECOND_MS = 1_000

/** Readers ask for four squares of white around (ISO/IEC 18004 §5.3.8). */
const MARGIN = 4
const SCALE = 8

const pictureOf = (text: string) => {
  const { data } = encode(text, { ecc: 'M', border: 0 })
  return `data:image/png;base64,${base64Of(pngOf(data, { scale: SCALE, margin: MARGIN }))}`
}

/** Always dark on white, whatever the shade: scanners read nothing else. The code below it can be read out. */
export const TicketPicture = ({ ticketId, ticketKey }: { ticketId: string; ticketKey: string }) => {
  const now = useNow(A_SECOND_MS)
  const code = codeAt(ticketKey, now)
  const picture = useMemo(() => pictureOf(qrText(ticketId, code)), [ticketId, code])
  return (
    <View className="ticket-picture">
      <View {...aria({ role: 'img', label: '票的二维码' })}>
        <Image className="ticket-picture__image" src={picture} {...aria({ hidden: true })} />
      </View>
      <Text className="ticket-picture__code" {...aria({ label: `号码 ${Array.from(code).join(' ')}` })}>
        {code.slice(0, 4)} {code.slice(4)}
      </Text>
      <Text className="ticket-picture__left">{secondsLeft(now)} 秒后换新的，没有网络也能用</Text>
    </View>
  )
}
