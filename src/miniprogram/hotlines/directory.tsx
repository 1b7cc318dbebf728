import { Text, View } from '@tarojs/components'
import type { Output } from '../../contract'
import { institutionKindNames } from '../../domain/hotlines/words'
import { api } from '../cloud/api'
import { useReply } from '../cloud/use-reply'
import { Bones } from '../parts/bones'
import { KeptNotice } from '../parts/kept-notice'
import { Section } from '../parts/section'
import { Nothing, Trouble } from '../parts/trouble'
import { useConnected } from '../phone/use-connected'
import { LineCard } from './line-card'
import { useNow } from './use-now'
import './hotlines.scss'

type Listed = Output<'hotlines', 'list'>

/** The institutions of this city with their lines; what was fetched before is there off line. */
export const Directory = () => {
  const { shown, retry } = useReply<Listed, never>('hotlines', () => api.hotlines.list({}))
  useConnected(() => void retry())
  const now = useNow()
  if (shown.state === 'waiting') return <Bones />
  if (shown.state === 'refused') return <Trouble code={shown.code} onRetry={retry} />
  const { institutions, lines, calendar } = shown.data
  return (
    <View className="hotlines">
      <KeptNotice keptAt={shown.keptAt} onRetry={retry} />
      {institutions.map(({ id, name, kind, note }) => (
        <Section key={id} title={name}>
          <Text className="hotlines__note">{[institutionKindNames[kind], note].filter(Boolean).join('，')}</Text>
          {lines
            .filter(({ institutionId }) => institutionId === id)
            .map((line) => (
              <LineCard key={line.id} line={line} now={now} calendar={calendar} />
            ))}
        </Section>
      ))}
      {institutions.length === 0 ? <Nothing text="这里还没有别的热线，上面的号码都可以打。" /> : null}
      <Text className="hotlines__note">每个号码被点了多少次会合在一起数，不知道是谁点的，也不知道有没有打通。</Text>
    </View>
  )
}
