import { Text, View } from '@tarojs/components'
import { messages } from '../../../contract/messages.zh-CN'
import { aria } from '../../parts/aria'
import { Bones } from '../../parts/bones'
import { Button } from '../../parts/button'
import { KeptNotice } from '../../parts/kept-notice'
import { PieceCard } from '../../parts/piece-card'
import { Nothing, Trouble } from '../../parts/trouble'
import { goBack } from '../../parts/ways'
import type { useCards } from './use-cards'
import './card-list.scss'

export const CardList = ({ list, nothing }: { list: ReturnType<typeof useCards>; nothing: string }) => {
  const { shown, retry, cards, more, growing, grow } = list
  if (shown.state === 'waiting') return <Bones />
  if (shown.state === 'refused') return <Trouble code={shown.code} purpose={shown.purpose} onRetry={retry} />
  if (cards.length === 0 && !shown.settled) return <Bones />
  return (
    <View>
      <KeptNotice keptAt={shown.keptAt} onRetry={retry} />
      {cards.length === 0 ? <Nothing text={nothing} action="看看别的" onTap={goBack} /> : null}
      {cards.map((card) => (
        <PieceCard key={card.id} card={card} summary />
      ))}
      {growing === 'yes' ? <Bones rows={1} /> : null}
      {growing !== 'yes' && more ? (
        <View className="card-list__more">
          {growing !== 'no' ? (
            <Text className="card-list__failed" {...aria({ role: 'alert' })}>
              {messages[growing]}
            </Text>
          ) : null}
          <Button text="再看一些" onTap={grow} />
        </View>
      ) : null}
      {!more && cards.length > 0 ? <Text className="card-list__end">都在这里了</Text> : null}
    </View>
  )
}
