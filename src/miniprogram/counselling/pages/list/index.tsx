import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { messages } from '../../../../contract/messages.zh-CN'
import { fieldNames } from '../../../../domain/counsellors/words'
import { aria } from '../../../parts/aria'
import { Bones } from '../../../parts/bones'
import { Button } from '../../../parts/button'
import { KeptNotice } from '../../../parts/kept-notice'
import { PageShell } from '../../../parts/page-shell'
import { Nothing, Trouble } from '../../../parts/trouble'
import { CounsellorCard } from '../../parts/counsellor-card'
import { type Filter, fieldAsked } from '../../parts/filter'
import { Filters } from '../../parts/filters'
import { HeldBefore } from '../../parts/held-before'
import { JoinWait } from '../../parts/join-wait'
import { OtherWays } from '../../parts/other-ways'
import { useCounsellors } from '../../parts/use-counsellors'
import './index.scss'

const Nobody = ({ filter, onAll }: { filter: Filter; onAll: () => void }) => {
  if (Object.keys(filter).length === 0)
    return <Nothing text="现在还没有可以约的咨询师。可以先打热线，或者告诉我们您什么时候方便。" />
  return (
    <Nothing
      text={
        filter.day === undefined
          ? '没有正好都合适的咨询师。少选一样看看，或者告诉我们，我们帮您找。'
          : '这一天没有合适的空时间。换一天看看，或者告诉我们您什么时候方便。'
      }
      action="不限条件，看全部"
      onTap={onAll}
    />
  )
}

const Found = ({ filter, onAll }: { filter: Filter; onAll: () => void }) => {
  const { shown, retry, grow, rows, fresh, more, growing } = useCounsellors(filter)
  if (shown.state === 'waiting') return <Bones />
  if (shown.state === 'refused')
    return (
      <View>
        <Trouble code={shown.code} onRetry={retry} />
        <OtherWays />
      </View>
    )
  const now = new Date()
  const ended = shown.settled && !more
  return (
    <View>
      <KeptNotice keptAt={shown.keptAt} onRetry={() => void retry()} />
      <HeldBefore />
      {rows.length === 0 && ended ? <Nobody filter={filter} onAll={onAll} /> : null}
      {rows.map((card) => (
        <CounsellorCard key={card.id} card={card} fresh={fresh} now={now} />
      ))}
      {growing === 'yes' || (rows.length === 0 && !ended && growing === 'no') ? <Bones rows={1} /> : null}
      {growing !== 'yes' && fresh && more ? (
        <View className="counsellors__more">
          {growing === 'no' ? null : (
            <Text className="counsellors__failed" {...aria({ role: 'alert' })}>
              {messages[growing]}
            </Text>
          )}
          <Button text="再看一些" onTap={() => void grow()} />
        </View>
      ) : null}
      {fresh && ended ? (
        <JoinWait
          key={`${filter.field}.${filter.mode}`}
          wanted={{ staffId: null, field: filter.field ?? null, mode: filter.mode ?? null }}
        />
      ) : null}
      <OtherWays />
    </View>
  )
}

export default function CounsellorsPage() {
  const { params } = useRouter()
  const [filter, setFilter] = useState<Filter>(() => fieldAsked(params.field))
  return (
    <PageShell title="约咨询师">
      <Text className="counsellors__lead">
        {filter.field === undefined
          ? '约一个自己方便的时间，慢慢说。不用说真名。'
          : `擅长「${fieldNames[filter.field]}」的咨询师。不用说真名。`}
      </Text>
      <Filters filter={filter} onChange={setFilter} />
      <Found key={JSON.stringify(filter)} filter={filter} onAll={() => setFilter({})} />
    </PageShell>
  )
}
