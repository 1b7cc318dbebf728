import { Text, View } from '@tarojs/components'
import type { CounsellorCard as Card } from '../../../contract/counsellors'
import { aria, tappable } from '../../parts/aria'
import { go, wayToCounsellor } from '../../parts/ways'
import { fieldsOf, modesOf, nextFreeOf, personOf } from './counsellor-words'
import './counsellor-card.scss'

export const ThereBadge = () => (
  <View className="there">
    <View className="there__mark" {...aria({ hidden: true })} />
    <Text>现在在班</Text>
  </View>
)

/** `fresh`: as the cloud has just said. Who is there now and what is free is not known from a copy. */
export const CounsellorCard = ({ card, fresh, now }: { card: Card; fresh: boolean; now: Date }) => {
  const { id, name, there, nextFree, institution } = card
  const free = nextFreeOf(nextFree, now)
  const what = fieldsOf(card).join(' · ')
  const whose = [personOf(card), institution].filter(Boolean).join(' · ')
  const said = [name, fresh && there ? '现在在班' : '', what, modesOf(card), whose, fresh ? free : '']
  return (
    <View
      className="counsellor-card"
      {...tappable(() => go(wayToCounsellor(id)), { label: said.filter(Boolean).join('，') })}
    >
      <View className="counsellor-card__head">
        <Text className="counsellor-card__name">{name}</Text>
        {fresh && there ? <ThereBadge /> : null}
      </View>
      <Text className="counsellor-card__fields">{what}</Text>
      <Text className="counsellor-card__fact">{modesOf(card)}</Text>
      <Text className="counsellor-card__fact">{whose}</Text>
      {fresh ? (
        <Text className={nextFree === null ? 'counsellor-card__full' : 'counsellor-card__free'}>{free}</Text>
      ) : null}
    </View>
  )
}
