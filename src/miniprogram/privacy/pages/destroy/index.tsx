import { Text, View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { messages } from '../../../../contract/messages.zh-CN'
import { api } from '../../../cloud/api'
import { aria } from '../../../parts/aria'
import { Button } from '../../../parts/button'
import { PageShell } from '../../../parts/page-shell'
import { Nothing } from '../../../parts/trouble'
import { go, paths } from '../../../parts/ways'
import { Buttons, Line, Paper, Quiet, Wrong } from '../../parts/paper'
import type { StoredRow } from '../../parts/stored-row'
import { type Chosen, Sure } from '../../parts/sure'
import { TickRow } from '../../parts/tick-row'
import { Told } from '../../parts/told'
import { useDestruction } from '../../parts/use-destruction'
import { useOwn } from '../../parts/use-own'
import './index.scss'

const Choose = ({
  rows,
  first,
  onChosen,
}: {
  rows: readonly StoredRow[]
  first: readonly string[]
  onChosen: (chosen: Chosen) => void
}) => {
  const alone = rows.filter((row) => row.alone && row.count > 0)
  const [kinds, setKinds] = useState(first)
  const chosen = alone.filter(({ kind }) => kinds.includes(kind))
  const turn = (kind: string) => (on: boolean) =>
    setKinds(on ? [...kinds, kind] : kinds.filter((each) => each !== kind))
  return (
    <View>
      <Paper title="只删一部分">
        {alone.length === 0 ? <Line>现在没有可以单独删除的东西。</Line> : null}
        {alone.map(({ kind, title, about, count }) => (
          <TickRow
            key={kind}
            name={title}
            hint={`${count} 条，${about}`}
            on={kinds.includes(kind)}
            onTurn={turn(kind)}
          />
        ))}
        {alone.length === 0 ? null : (
          <Buttons>
            <Button
              text="下一步"
              kind="primary"
              disabled={chosen.length === 0}
              onTap={() =>
                onChosen({
                  account: false,
                  kinds: chosen.map(({ kind }) => kind),
                  titles: chosen.map(({ title }) => title),
                })
              }
            />
          </Buttons>
        )}
      </Paper>
      <Paper title="全部删除，并注销账户">
        <Line>云端关于您的所有东西都删掉，这里就不再认得您。</Line>
        <Buttons>
          <Button text="全部删除" kind="quiet" onTap={() => onChosen({ account: true })} />
        </Buttons>
      </Paper>
      <Button text="先带走一份" kind="quiet" onTap={() => go(paths.takeAway)} />
      <Quiet>到这里还什么都没有删，下一步会再问您一次。</Quiet>
    </View>
  )
}

/** What is told while it is done, and where it was lost. */
const Lost = ({ text, onAgain }: { text: string; onAgain: () => void }) => (
  <Paper title="还不知道有没有删成">
    <Line>{text}</Line>
    <Line>
      云端可能已经删了，也可能还没有收到。再问一次不会删两遍，用的是同一个编号；已经删成的话，会把结果告诉您。
    </Line>
    <Buttons>
      <Button text="再问一次" kind="primary" onTap={onAgain} />
      <Button text="以后再说" kind="quiet" onTap={() => go(paths.mine)} />
    </Buttons>
  </Paper>
)

const Working = () => (
  <View className="destroy__working" {...aria({ role: 'status', live: 'polite' })}>
    <View className="destroy__bar" />
    <Text>正在删除，请不要离开这一页</Text>
  </View>
)

const Gone = () => (
  <Paper title="已经没有了">
    <Line>云端已经不认得这个浏览器：上一次删除是做成了的，只是回执没有送到。这部手机上的记录也清除了。</Line>
    <Buttons>
      <Button text="回到首页" kind="primary" onTap={() => Taro.reLaunch({ url: paths.home })} />
    </Buttons>
  </Paper>
)

export default function Destroy() {
  const asked = useRouter().params.kind
  const { own, retry } = useOwn<{ rows: StoredRow[] }, never>(() => api.privacy.stored({}), { rows: [] })
  const { progress, pending, begin, again } = useDestruction()
  const [chosen, setChosen] = useState<Chosen | null>(null)

  const rest = () => {
    if (progress.state === 'asking') return <Working />
    if (progress.state === 'gone') return <Gone />
    if (progress.state === 'lost') return <Lost text={messages[progress.code]} onAgain={again} />
    if (pending) return <Lost text="上一次删除没有收到回答。" onAgain={again} />
    if (chosen)
      return (
        <Sure
          chosen={chosen}
          onYes={() => (chosen.account ? begin([], true) : begin(chosen.kinds, false))}
          onNo={() => setChosen(null)}
        />
      )
    return (
      <Told own={own} onRetry={retry}>
        {({ rows }) =>
          rows.length === 0 ? (
            <Nothing text="现在没有存着任何关于您的东西，不需要删除。" />
          ) : (
            <Choose rows={rows} first={asked ? [asked] : []} onChosen={setChosen} />
          )
        }
      </Told>
    )
  }

  return (
    <PageShell title="删除">
      {progress.state === 'refused' ? <Wrong text={messages[progress.code]} /> : null}
      {rest()}
    </PageShell>
  )
}
