import type { Output } from '../../../contract'
import { Button } from '../../parts/button'
import { go, paths } from '../../parts/ways'
import { Buttons, Line, Paper, Quiet } from '../../privacy/parts/paper'
import { isIn, type Standing, standingOf } from './draw-check'
import { Print } from './draw-print'
import type { Counting } from './draw-use-recount'

type Draw = Output<'draws', 'open'>

const standingWords = ({ turn, outcome, places, place }: Standing) => {
  if (outcome === 'seated') return `您的票抽在第 ${turn} 位，有名额，一共 ${places} 个。`
  if (outcome === 'offered')
    return `您的票抽在第 ${turn} 位，抽到时只剩 ${places} 个名额，比您要的少，先为您留着，等您回复。`
  return `您的票抽在第 ${turn} 位，候补第 ${place} 位。前面有人不来了，会依次问到您。`
}

const drawnWords = (counting: Counting, mine: string) => {
  if (counting.state !== 'done') return '正在算您的票在第几位…'
  const standing = standingOf(counting.order, mine)
  if (standing === null || counting.findings.length > 0)
    return '按这里公布的内容重算，和公布的对不上，先不说您的票在第几位。请联系活动组织者。'
  return standingWords(standing)
}

const wordsOf = ({ list, result }: Pick<Draw, 'list' | 'result'>, mine: string, counting: Counting) => {
  if (list === null) return '您报了名。报名截止后，名单里会有下面这个指纹，那就是您的票。'
  if (!isIn(list.text, mine)) return '您的票不在这次的名单里：它是封名单以后才有的。'
  if (result === null) return '您的票在名单里，还没有抽。'
  return drawnWords(counting, mine)
}

/** Where the person's own ticket came out, as this phone counts it. */
export const DrawMine = ({ draw, mine, counting }: { draw: Draw; mine: string; counting: Counting }) => (
  <Paper title="您的票">
    <Line>{wordsOf(draw, mine, counting)}</Line>
    {draw.result === null ? null : <Quiet>这是抽签那一刻的结果。后来的变化，看「我的活动」。</Quiet>}
    <Print about="您的票的指纹" hash={mine} />
    <Buttons>
      <Button text="看我的活动" onTap={() => go(paths.myEvents)} />
    </Buttons>
  </Paper>
)
