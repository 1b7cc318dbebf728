import { Image, Text, View } from '@tarojs/components'
import Taro, { useDidShow, usePullDownRefresh, useShareAppMessage } from '@tarojs/taro'
import { useState } from 'react'
import type { Card } from '../../../contract/pieces'
import { type Kind, kindNames } from '../../../domain/pieces/words'
import mark from '../../assets/mark.png'
import { api } from '../../cloud/api'
import { useReply } from '../../cloud/use-reply'
import { aria, tappable } from '../../parts/aria'
import { Bones } from '../../parts/bones'
import { Button } from '../../parts/button'
import { Icon } from '../../parts/icon'
import { KeptNotice } from '../../parts/kept-notice'
import { PageShell } from '../../parts/page-shell'
import { PieceCard } from '../../parts/piece-card'
import { Row, Rows } from '../../parts/row'
import { Section } from '../../parts/section'
import { Nothing, Trouble } from '../../parts/trouble'
import { go, paths, wayTo, wayToList } from '../../parts/ways'
import { type Place, places, unfinished } from '../../phone/places'
import { greetingAt } from './greeting'
import './index.scss'

const Shelf = ({ title, cards, kind }: { title: string; cards: readonly Card[]; kind?: Kind }) =>
  cards.length === 0 ? null : (
    <Section title={title} more="看全部" onMore={() => go(wayToList(kind ? { kind } : {}))}>
      {cards.map((card) => (
        <PieceCard key={card.id} card={card} />
      ))}
    </Section>
  )

const GoOn = ({ place }: { place: Place }) => (
  <View
    className="home__go-on"
    {...tappable(() => go(wayTo({ id: place.pieceId, kind: place.kind })), {
      label: `接着看：${place.title}，上次到百分之 ${Math.round(place.part * 100)}`,
    })}
  >
    <Icon name="clock" />
    <View className="home__go-on-words">
      <Text className="home__go-on-title">{place.title}</Text>
      <Text className="home__go-on-part">接着看，上次到 {Math.round(place.part * 100)}%</Text>
    </View>
    <Icon name="chevron-right" />
  </View>
)

export default function Home() {
  const { shown, retry } = useReply('home', () => api.pieces.home({}))
  const [place, setPlace] = useState<Place | null>(null)
  const [greeting] = useState(() => greetingAt(new Date()))

  useDidShow(() => setPlace(unfinished(places())))
  usePullDownRefresh(() => {
    retry().finally(() => Taro.stopPullDownRefresh())
  })
  useShareAppMessage(() => ({ title: '心驿', path: paths.home }))

  const empty = shown.state === 'shown' && shown.settled && shown.data.latest.length === 0

  return (
    <PageShell title="心驿" tab>
      <View className="home__hello">
        <Image className="home__mark" src={mark} {...aria({ hidden: true })} />
        <View className="home__words">
          <Text className="home__greeting">{greeting}</Text>
          <Text className="home__line">这里可以慢慢来，看多少都行。</Text>
        </View>
      </View>

      <View className="home__breathe">
        <Text className="home__breathe-title" {...aria({ role: 'heading', level: 2 })}>
          先歇一分钟
        </Text>
        <Text className="home__breathe-text">吸气四秒，呼气六秒。跟着圆圈，想停就停。</Text>
        <Button text="开始呼吸练习" kind="primary" onTap={() => go(paths.breathing)} />
      </View>

      {place ? <GoOn place={place} /> : null}

      <Rows>
        <Row name="活动" hint="开放日、团体、讲座和直播，看看这个月有什么" onTap={() => go(paths.events)} />
      </Rows>

      {shown.state === 'waiting' ? <Bones rows={3} /> : null}
      {shown.state === 'refused' ? <Trouble code={shown.code} purpose={shown.purpose} onRetry={retry} /> : null}
      {shown.state === 'shown' ? (
        <View>
          <KeptNotice keptAt={shown.keptAt} onRetry={retry} />
          <Shelf title="新近" cards={shown.data.latest} />
          <Shelf title={kindNames.video} kind="video" cards={shown.data.videos} />
          <Shelf title={kindNames.audio} kind="audio" cards={shown.data.audios} />
          {empty ? <Nothing text="内容还在准备，先做一次呼吸练习也好。" /> : null}
        </View>
      ) : null}
    </PageShell>
  )
}
