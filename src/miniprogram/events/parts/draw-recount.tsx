import { useState } from 'react'
import type { Finding, Published } from '../../../domain/draws/draw'
import { Button } from '../../parts/button'
import { copyText } from '../../privacy/parts/copy-text'
import { Buttons, Line, Notice, Paper, Quiet, Said } from '../../privacy/parts/paper'
import { forElsewhere } from './draw-check'
import type { Counting } from './draw-use-recount'

const checks: readonly { finding: Finding; about: string; same: string; other: string }[] = [
  {
    finding: 'seed-changed',
    about: '种子',
    same: '对得上：和活动公布时写下的指纹是同一个',
    other: '对不上：不是活动公布时写下的那一个',
  },
  {
    finding: 'list-changed',
    about: '名单',
    same: '对得上：和封好时的指纹一致，每张票只有一次',
    other: '对不上：和封好时的指纹不一致，或有票不止一次',
  },
  {
    finding: 'result-changed',
    about: '结果',
    same: '对得上：这部手机算出的和公布的一样',
    other: '对不上：这部手机算出的和公布的不一样',
  },
]

const summaryOf = (counting: Counting) => {
  if (counting.state === 'not-yet') return null
  if (counting.state === 'under-way')
    return counting.tenths === 0 ? '正在算…' : `正在算，算了${'一二三四五六七八九十'.charAt(counting.tenths - 1)}成…`
  return counting.findings.length === 0
    ? '算好了，三样都对得上。'
    : '算好了，有对不上的。请刷新再算一次；还是这样，请截图告诉活动组织者。'
}

const Copy = ({ published }: { published: Published }) => {
  const [told, setTold] = useState<string | null>(null)
  const copy = () =>
    copyText(forElsewhere(published)).then(
      () => setTold('复制好了，粘贴到电脑上就能算。'),
      () => setTold('没有复制成功，名单可能太长。可以换电脑上的浏览器打开这一页再复制。'),
    )
  return (
    <>
      <Notice text={told} />
      <Buttons>
        <Button text="复制名单和种子" onTap={() => void copy()} />
      </Buttons>
    </>
  )
}

/** Trusts nothing that it was told of the result: the phone computes it itself. */
export const DrawRecount = ({
  published,
  counting,
  onCount,
}: {
  published: Published
  counting: Counting
  onCount: () => void
}) => (
  <Paper title="自己算一遍">
    <Line>不用相信我们：种子、名单、结果，三样都能在您手上重算。</Line>
    {counting.state === 'done'
      ? checks.map(({ finding, about, same, other }) => (
          <Said key={finding} about={about}>
            {counting.findings.includes(finding) ? other : same}
          </Said>
        ))
      : null}
    <Notice text={summaryOf(counting)} />
    <Buttons>
      <Button text="在这部手机上重算一遍" kind="primary" disabled={counting.state === 'under-way'} onTap={onCount} />
    </Buttons>
    <Quiet>复制的是公开的内容，没有名字。谁都可以在自己的电脑上，用自己写的程序再算一遍。</Quiet>
    <Copy published={published} />
  </Paper>
)
