import { Text, View } from '@tarojs/components'
import type { EventCard as Card } from '../../../contract/events'
import { kindNames } from '../../../domain/events/words'
import { aria, tappable } from '../../parts/aria'
import { go, wayToEvent } from '../../parts/ways'
import { standSaid, whenSaid } from './event-words'
import './event-card.scss'

/** `fresh`: as the cloud has just said. How many seats there are is not known from a copy. */
export const EventCard = ({ card, fresh, now }: { card: Card; fresh: boolean; now: Date }) => {
  const { id, kind, title, theme, times, where, branchName, audience, stand } = card
  const when = whenSaid(times, now)
  const place = kind === 'live' ? '在手机上看' : where
  const what = [kindNames[kind], theme].filter(Boolean).join(' · ')
  const standing = fresh ? [standSaid(card), audience === 'members' ? '会员' : ''].filter(Boolean).join(' · ') : ''
  const whereSaid = [place, branchName].filter(Boolean).join(' · ')
  const said = [what, title, when, whereSaid, standing].filter(Boolean).join('，')
  return (
    <View className="event-card" {...tappable(() => go(wayToEvent(id)), { label: said })}>
      <Text className="event-card__kind">{what}</Text>
      <Text className="event-card__title">{title}</Text>
      <Text className="event-card__fact">{when}</Text>
      <Text className="event-card__fact">{whereSaid}</Text>
      {standing === '' ? null : (
        <Text
          className={stand === 'open' ? 'event-card__stand event-card__stand--open' : 'event-card__stand'}
          {...aria({ hidden: true })}
        >
          {standing}
        </Text>
      )}
    </View>
  )
}
