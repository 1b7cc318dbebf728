import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useCallback, useState } from 'react'
import { type Kind, kindNames, kinds, type Topic, topicNames, topics } from '../../../../domain/pieces/words'
import { api } from '../../../cloud/api'
import { PageShell } from '../../../parts/page-shell'
import { CardList } from '../../parts/card-list'
import { Chips } from '../../parts/chips'
import { useCards } from '../../parts/use-cards'
import './index.scss'

const known = <T extends string>(words: readonly T[], asked: string | undefined) => words.find((word) => word === asked)

const topicChips = [
  { value: undefined, text: '全部主题' },
  ...topics.map((value) => ({ value, text: topicNames[value] })),
]
const kindChips = [{ value: undefined, text: '全部形式' }, ...kinds.map((value) => ({ value, text: kindNames[value] }))]

const Found = ({ topic, kind }: { topic: Topic | undefined; kind: Kind | undefined }) => {
  const ask = useCallback(
    (after: string | undefined) =>
      api.pieces.list({ ...(topic && { topic }), ...(kind && { kind }), ...(after && { after }) }),
    [topic, kind],
  )
  const list = useCards(`list.${topic ?? 'all'}.${kind ?? 'all'}`, ask)
  return <CardList list={list} nothing="这里还没有内容，您可以换个主题或形式看看。" />
}

export default function List() {
  const { params } = useRouter()
  const [topic, setTopic] = useState(known(topics, params.topic))
  const [kind, setKind] = useState(known(kinds, params.kind))
  const title = [topic && topicNames[topic], kind && kindNames[kind]].filter(Boolean).join(' · ') || '全部内容'

  return (
    <PageShell title={title}>
      <View className="list__chips">
        <Chips name="主题" options={topicChips} chosen={topic} onChoose={setTopic} />
        <Chips name="形式" options={kindChips} chosen={kind} onChoose={setKind} />
      </View>
      <Found key={`${topic}.${kind}`} topic={topic} kind={kind} />
    </PageShell>
  )
}
