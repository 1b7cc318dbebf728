import { Text, View } from '@tarojs/components'
import { useRouter, useShareAppMessage } from '@tarojs/taro'
import { useRef } from 'react'
import { messages } from '../../../../contract/messages.zh-CN'
import type { Edition } from '../../../../contract/pieces'
import { kindNames, topicNames } from '../../../../domain/pieces/words'
import { useVisit } from '../../../counting/use-visit'
import { aria } from '../../../parts/aria'
import { Bones } from '../../../parts/bones'
import { Button } from '../../../parts/button'
import { KeptNotice } from '../../../parts/kept-notice'
import { PageShell } from '../../../parts/page-shell'
import { Trouble } from '../../../parts/trouble'
import { go, paths, wayTo } from '../../../parts/ways'
import { Blocks } from '../../parts/blocks'
import { Credits } from '../../parts/credits'
import { Recording } from '../../parts/recording'
import { useEdition } from '../../parts/use-edition'
import { useReadingPlace } from '../../parts/use-reading-place'
import { useSight } from '../../parts/use-sight'
import './index.scss'

const TEXT = 'piece-text'
const END = 'piece-end'

const Body = ({ edition, onEnd }: { edition: Edition; onEnd: () => void }) => {
  const { resumed, finished, fromTheTop } = useReadingPlace(edition.media ? null : edition, `#${TEXT}`)
  useSight(`#${END}`, edition.body.length > 0, () => {
    finished()
    onEnd()
  })
  return (
    <View>
      {resumed ? (
        <View className="piece__resumed" {...aria({ role: 'status' })}>
          <Text className="piece__resumed-text">已回到上次看到的地方</Text>
          <Button text="从头看" kind="quiet" onTap={fromTheTop} />
        </View>
      ) : null}
      <View id={TEXT}>
        <Blocks body={edition.body} />
        <View id={END} className="piece__end" />
      </View>
    </View>
  )
}

const Whole = ({
  edition,
  settled,
  visit,
}: {
  edition: Edition
  settled: boolean
  visit: ReturnType<typeof useVisit>
}) => (
  <View>
    <View className="piece__head">
      <Text className="piece__facts">
        {topicNames[edition.topic]} · {kindNames[edition.kind]} · {edition.minutes} 分钟
      </Text>
      <View className="piece__title" {...aria({ role: 'heading', level: 1 })}>
        <Text userSelect>{edition.title}</Text>
      </View>
      <Text className="piece__facts">{edition.author}</Text>
    </View>
    {edition.kind === 'exercise' ? (
      <View className="piece__begin">
        <Button text="开始练习" kind="primary" onTap={() => go(wayTo(edition))} />
      </View>
    ) : null}
    <Recording edition={edition} settled={settled} onPlaying={visit.playing} />
    <Body edition={edition} onEnd={visit.endSeen} />
  </View>
)

export default function Piece() {
  const pieceId = useRouter().params.id ?? ''
  const { shown, retry, keep, refusal } = useEdition(pieceId)
  const visit = useVisit(shown.state === 'shown' ? pieceId : null)
  const edition = shown.state === 'shown' ? shown.data : null
  const kind = useRef('article')
  kind.current = edition?.kind ?? kind.current

  useShareAppMessage(() => ({
    title: `心驿：${kindNames[kind.current as Edition['kind']]}`,
    path: `${paths.piece}?id=${encodeURIComponent(pieceId)}`,
  }))

  return (
    <PageShell title={edition ? kindNames[edition.kind] : '内容'}>
      {shown.state === 'waiting' ? <Bones /> : null}
      {shown.state === 'refused' ? <Trouble code={shown.code} purpose={shown.purpose} onRetry={retry} /> : null}
      {shown.state === 'shown' ? (
        <View>
          <KeptNotice keptAt={shown.keptAt} onRetry={retry} />
          <Whole edition={shown.data} settled={shown.settled} visit={visit} />
          <Credits edition={shown.data} />
          <Button
            text={shown.data.kept ? '已收藏' : '收藏'}
            icon={shown.data.kept ? 'heart-filled' : 'heart'}
            label={shown.data.kept ? '已收藏，点一下取消收藏' : '收藏'}
            onTap={() => keep(shown.data)}
          />
          {refusal ? (
            <Text className="piece__refusal" {...aria({ role: 'alert' })}>
              {messages[refusal]}
            </Text>
          ) : null}
        </View>
      ) : null}
    </PageShell>
  )
}
