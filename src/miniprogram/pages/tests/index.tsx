import { Text, View } from '@tarojs/components'
import { briefs, groups, minutesFor } from '../../../domain/instruments/briefs'
import { Bones } from '../../parts/bones'
import { KeptNotice } from '../../parts/kept-notice'
import { PageShell } from '../../parts/page-shell'
import { Row, Rows } from '../../parts/row'
import { Section } from '../../parts/section'
import { Nothing, Trouble } from '../../parts/trouble'
import { go, paths, wayToInstrument } from '../../parts/ways'
import { Invitations } from './invitations'
import { isOffered, type Offered, useOffered } from './offered'
import { UnderWay } from './under-way'
import './index.scss'

const List = ({ offered, settled }: { offered: Offered; settled: boolean }) => {
  if (offered.rows.length === 0)
    return settled ? (
      <Nothing text="测评还在准备，先看看文章也好。" action="去看看" onTap={() => go(paths.learn)} />
    ) : (
      <Bones />
    )
  return (
    <View>
      {groups
        .map(({ title, ids }) => ({ title, ids: ids.filter((id) => isOffered(offered, id)) }))
        .filter(({ ids }) => ids.length > 0)
        .map(({ title, ids }) => (
          <Section key={title} title={title}>
            <Rows>
              {ids.map((id) => {
                const { title: name, about, questions } = briefs[id]
                return (
                  <Row
                    key={id}
                    name={name}
                    hint={about}
                    state={`${questions} 题，约 ${minutesFor(questions)} 分钟`}
                    onTap={() => go(wayToInstrument(id))}
                  />
                )
              })}
            </Rows>
          </Section>
        ))}
    </View>
  )
}

export default function Tests() {
  const { shown, retry } = useOffered()
  return (
    <PageShell title="测" tab>
      <Text className="tests__lead">几个问题，帮您看看最近的自己。结果只有您自己能看到，也不是诊断。</Text>
      <Invitations />
      <UnderWay />
      <Rows>
        <Row name="我的结果" hint="做过的每一次，随时可以删" onTap={() => go(paths.results)} />
      </Rows>
      {shown.state === 'waiting' ? <Bones /> : null}
      {shown.state === 'refused' ? <Trouble code={shown.code} onRetry={retry} /> : null}
      {shown.state === 'shown' ? (
        <View>
          <KeptNotice keptAt={shown.keptAt} onRetry={retry} />
          <List offered={shown.data} settled={shown.settled} />
        </View>
      ) : null}
    </PageShell>
  )
}
