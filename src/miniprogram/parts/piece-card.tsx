import { Image, Text, View } from '@tarojs/components'
import type { Card } from '../../contract/pieces'
import { kindNames } from '../../domain/pieces/words'
import { aria, tappable } from './aria'
import { pictureOf } from './topic-picture'
import { go, wayTo } from './ways'
import './piece-card.scss'

const lengthOf = (card: Card) => (card.kind === 'article' ? `${card.minutes} 分钟读完` : `${card.minutes} 分钟`)

/** What helps to choose: what it is, how long it takes, who wrote it; the same words are its name for those who listen or speak. */
export const PieceCard = ({
  card,
  summary = false,
  onOpen,
}: {
  card: Card
  summary?: boolean
  onOpen?: () => void
}) => (
  <View
    className="piece-card"
    {...tappable(() => {
      onOpen?.()
      go(wayTo(card))
    })}
  >
    <View className="piece-card__words">
      <Text className="piece-card__title">{card.title}</Text>
      {summary && card.summary ? <Text className="piece-card__summary">{card.summary}</Text> : null}
      <Text className="piece-card__facts">
        {kindNames[card.kind]} · {lengthOf(card)}
      </Text>
      <Text className="piece-card__facts">{card.author}</Text>
    </View>
    <Image
      className="piece-card__picture"
      src={card.cover?.url ?? pictureOf(card.topic)}
      mode="aspectFill"
      lazyLoad
      {...aria({ hidden: true })}
    />
  </View>
)
