import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useEffect, useMemo } from 'react'
import type { Output, Refusal } from '../../../../contract'
import { messages } from '../../../../contract/messages.zh-CN'
import type { Published } from '../../../../domain/draws/draw'
import { shareNames, shares } from '../../../../domain/events/words'
import { api } from '../../../cloud/api'
import { shelf, useReply } from '../../../cloud/use-reply'
import { aria } from '../../../parts/aria'
import { Bones } from '../../../parts/bones'
import { Button } from '../../../parts/button'
import { KeptNotice } from '../../../parts/kept-notice'
import { PageShell } from '../../../parts/page-shell'
import { Nothing, Trouble } from '../../../parts/trouble'
import { useNow } from '../../../parts/use-now'
import { go, goInstead, paths, wayToEvent } from '../../../parts/ways'
import { weekdayMinuteOf } from '../../../phone/times'
import { Buttons, Line, Paper, Said } from '../../../privacy/parts/paper'
import { ticketsIn } from '../../parts/draw-check'
import { DrawMine } from '../../parts/draw-mine'
import { Print } from '../../parts/draw-print'
import { DrawRecount } from '../../parts/draw-recount'
import { DrawRule, DrawSteps } from '../../parts/draw-steps'
import { useRecount } from '../../parts/draw-use-recount'
import './index.scss'

type Draw = Output<'draws', 'open'>

const A_MINUTE_MS = 60_000

const stateWords = ({ closesAt, list, result }: Draw, now: Date) => {
  if (result !== null) return `${weekdayMinuteOf(result.drawnAt)} 抽好了`
  if (list !== null) return '名单封好了，过几分钟抽签'
  return now < new Date(closesAt) ? `${weekdayMinuteOf(closesAt)} 报名截止，然后抽签` : '报名截止了，正在封名单'
}

const seatWords = ({ capacity, shares: kept }: Draw) =>
  [
    `${capacity} 个`,
    ...shares.flatMap((share) => (kept[share] > 0 ? [`其中 ${kept[share]} 个留给${shareNames[share]}的人`] : [])),
  ].join('，')

/** What is public of the draw by now. */
const Open = ({ draw, onRetry }: { draw: Draw; onRetry: () => void }) => {
  const now = useNow(A_MINUTE_MS)
  const { list, result } = draw
  const isNear = result === null && now >= new Date(draw.closesAt)
  return (
    <Paper>
      <Text className="draw__title" {...aria({ role: 'heading', level: 2 })}>
        {draw.title}
      </Text>
      <Text className="draw__state">{stateWords(draw, now)}</Text>
      <Said about="抽几个名额">{seatWords(draw)}</Said>
      {list === null ? null : <Said about="名单里有">{ticketsIn(list.text)} 张票</Said>}
      <Print about="种子的指纹，活动公布时就定了" hash={draw.commitment} />
      {list === null ? null : <Print about="名单的指纹" hash={list.hash} />}
      {result === null ? null : <Print about="种子" hash={result.seed} />}
      {result === null ? null : <Print about="结果的指纹" hash={result.hash} />}
      {list !== null && result === null ? <Line>现在把名单的指纹抄下来，抽好以后就能看出名单有没有动过。</Line> : null}
      {isNear ? (
        <Buttons>
          <Button text="看看抽好了没有" onTap={onRetry} />
        </Buttons>
      ) : null}
    </Paper>
  )
}

const publishedOf = ({ capacity, shares: kept, commitment, list, result }: Draw): Published | null =>
  list === null || result === null ? null : { capacity, shares: kept, commitment, list, result }

const Shown = ({ draw, onRetry }: { draw: Draw; onRetry: () => void }) => {
  const { counting, begin } = useRecount()
  const published = useMemo(() => publishedOf(draw), [draw])
  const { mine } = draw
  useEffect(() => {
    if (published !== null && mine !== null) begin(published)
  }, [published, mine, begin])
  return (
    <View>
      <Open draw={draw} onRetry={onRetry} />
      {mine === null ? null : <DrawMine draw={draw} mine={mine} counting={counting} />}
      {published === null ? null : (
        <DrawRecount published={published} counting={counting} onCount={() => begin(published)} />
      )}
      <DrawSteps />
      {published === null ? null : <DrawRule />}
    </View>
  )
}

const gone = <Nothing text={messages.EVENT_NOT_FOUND} action="看看别的活动" onTap={() => goInstead(paths.events)} />

const Asked = ({ id }: { id: string }) => {
  const name = `draw.${id}`
  const { shown, retry } = useReply<Draw, Refusal<'draws', 'open'>>(name, () => api.draws.open({ eventId: id }))
  // A list may be long, and says which ticket is one's own: the phone keeps it no longer than the page.
  useEffect(() => () => shelf.drop(name), [name])
  if (shown.state === 'waiting') return <Bones rows={3} />
  if (shown.state === 'shown')
    return (
      <View>
        <KeptNotice keptAt={shown.keptAt} onRetry={() => void retry()} />
        <Shown draw={shown.data} onRetry={() => void retry()} />
      </View>
    )
  if (shown.code === 'EVENT_NOT_FOUND') return gone
  if (shown.code === 'NO_DRAW')
    return <Nothing text={messages.NO_DRAW} action="看这场活动" onTap={() => go(wayToEvent(id))} />
  return <Trouble code={shown.code} onRetry={() => void retry()} />
}

/** Open to everybody: who got a seat was nobody's choice, and here is how to be sure of it. */
export default function DrawPage() {
  const { id } = useRouter().params
  return <PageShell title="抽签">{id ? <Asked id={id} /> : gone}</PageShell>
}
