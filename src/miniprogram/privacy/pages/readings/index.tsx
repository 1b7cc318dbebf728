import { View } from '@tarojs/components'
import { useCallback, useState } from 'react'
import type { AnyRefusal, Output } from '../../../../contract'
import { messages } from '../../../../contract/messages.zh-CN'
import { readingReasonNames } from '../../../../domain/readings/words'
import { roleNames } from '../../../../domain/staff/words'
import { api } from '../../../cloud/api'
import { Button } from '../../../parts/button'
import { PageShell } from '../../../parts/page-shell'
import { Nothing } from '../../../parts/trouble'
import { momentOf } from '../../../phone/times'
import { Buttons, Line, Paper, Quiet, Said, Wrong } from '../../parts/paper'
import { Told } from '../../parts/told'
import { useOwn } from '../../parts/use-own'

type Page = Output<'privacy', 'readings'>
type Reading = Page['rows'][number]

const NONE = '还没有人看过。有人看的时候，这里会写明是谁、什么时候、为什么。'

const whoOf = ({ role, branchName }: Reading) => (role === 'job' ? '系统自动处理' : `${branchName}的${roleNames[role]}`)

const One = ({ reading }: { reading: Reading }) => (
  <Paper title={whoOf(reading)}>
    <Quiet>{momentOf(reading.at)}</Quiet>
    <Said about="看了什么">{reading.what}</Said>
    <Said about="为什么">{readingReasonNames[reading.reason]}</Said>
    {reading.twoPeople ? <Quiet>两位督导都同意后才能看</Quiet> : null}
  </Paper>
)

/** Grows by a button: who looks for something here looks for all of it. */
const Rows = ({ first }: { first: Page }) => {
  const [rest, setRest] = useState<Page | null>(null)
  const [wrong, setWrong] = useState<string | null>(null)
  const next = (rest ?? first).next
  const rows = [...first.rows, ...(rest?.rows ?? [])]
  const grow = useCallback(async () => {
    if (next === null) return
    setWrong(null)
    const reply = await api.privacy.readings({ after: next })
    if (reply.ok)
      setRest((before) => ({
        rows: [...(before?.rows ?? []), ...reply.data.rows],
        whole: (before?.whole ?? true) && reply.data.whole,
        next: reply.data.next,
      }))
    else setWrong(messages[reply.code as AnyRefusal])
  }, [next])

  const whole = first.whole && (rest?.whole ?? true)
  return (
    <View>
      {whole ? null : (
        <Paper title="这份记录需要核对">
          <Line>
            中间可能少了一段，我们不能保证下面写的是全部。请联系市总工会，告诉他们「谁看过我」不完整，请审计员来核对。
          </Line>
        </Paper>
      )}
      {rows.length === 0 && whole ? <Nothing text={NONE} /> : null}
      {rows.map((reading, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list only grows at its end
        <One key={at} reading={reading} />
      ))}
      <Wrong text={wrong} />
      {next === null ? null : (
        <Buttons>
          <Button text="看更早的" onTap={grow} />
        </Buttons>
      )}
    </View>
  )
}

export default function Readings() {
  const { own, retry } = useOwn<Page, never>(() => api.privacy.readings({}), { rows: [], whole: true, next: null })
  return (
    <PageShell title="谁看过我">
      <Told own={own} onRetry={retry}>
        {(page) => <Rows key={page.rows[0]?.at ?? ''} first={page} />}
      </Told>
    </PageShell>
  )
}
