import { Text, View } from '@tarojs/components'
import { aria } from '../../parts/aria'
import type { Seen } from './door-book'
import { nameOf } from './door-words'
import { verdictWords } from './verdict-words'
import './door-said.scss'

/** What the last scan came to, readable from an arm's length. Words that were no ticket's have no name. */
export const DoorSaid = ({ said }: { said: Seen | string }) => {
  const isSeen = typeof said !== 'string'
  const came = isSeen && said.verdict === 'came'
  return (
    <View className={came ? 'door-said door-said--came' : 'door-said'} {...aria({ role: 'status', live: 'polite' })}>
      {isSeen && said.ticket ? <Text className="door-said__name">{nameOf(said.ticket)}</Text> : null}
      <Text className="door-said__words">{isSeen ? verdictWords[said.verdict] : said}</Text>
      {isSeen && said.ticket && said.ticket.places > 1 ? (
        <Text className="door-said__rest">{`一共 ${said.ticket.places} 位，一起进`}</Text>
      ) : null}
    </View>
  )
}
