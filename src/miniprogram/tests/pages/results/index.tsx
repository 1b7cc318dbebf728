import { View } from '@tarojs/components'
import { useState } from 'react'
import type { AnyRefusal, Output } from '../../../../contract'
import { messages } from '../../../../contract/messages.zh-CN'
import type { ShownResult } from '../../../../contract/results'
import { briefs } from '../../../../domain/instruments/briefs'
import { api } from '../../../cloud/api'
import { Button } from '../../../parts/button'
import { PageShell } from '../../../parts/page-shell'
import { Row, Rows } from '../../../parts/row'
import { Section } from '../../../parts/section'
import { Nothing } from '../../../parts/trouble'
import { go, paths, wayToDestroy, wayToResult } from '../../../parts/ways'
import { momentOf } from '../../../phone/times'
import { Buttons, Line, Paper, Wrong } from '../../../privacy/parts/paper'
import { Told } from '../../../privacy/parts/told'
import { useOwn } from '../../../privacy/parts/use-own'

type Page = Output<'results', 'list'>

const monthOf = ({ takenAt }: ShownResult) => momentOf(takenAt).replace(/月.*$/, '月')

/** By month, as they come: the newest first. */
const byMonth = (rows: readonly ShownResult[]) => {
  const months = new Map<string, ShownResult[]>()
  for (const row of rows) months.set(monthOf(row), [...(months.get(monthOf(row)) ?? []), row])
  return [...months]
}

const List = ({ page, onMore }: { page: Page; onMore: (after: string) => Promise<string | null> }) => {
  const [wrong, setWrong] = useState<string | null>(null)
  const { rows, next } = page
  if (rows.length === 0)
    return (
      <Nothing text="还没有结果。做完一份测评，结果会放在这里。" action="看看有哪些" onTap={() => go(paths.tests)} />
    )
  return (
    <View>
      {byMonth(rows).map(([month, taken]) => (
        <Section key={month} title={month}>
          <Rows>
            {taken.map((result) => (
              <Row
                key={result.id}
                name={briefs[result.instrumentId].title}
                hint={momentOf(result.takenAt)}
                state={result.scores[0]?.says ?? ''}
                onTap={() => go(wayToResult(result))}
              />
            ))}
          </Rows>
        </Section>
      ))}
      <Wrong text={wrong} />
      <Buttons>
        {next === null ? null : <Button text="再看一些" onTap={() => void onMore(next).then(setWrong)} />}
        <Button text="全部删除" kind="quiet" onTap={() => go(wayToDestroy('results'))} />
      </Buttons>
    </View>
  )
}

export default function ResultsPage() {
  const { own, retry, take } = useOwn<Page, never>(() => api.results.list({}), { rows: [], next: null })
  const more = (page: Page) => async (after: string) => {
    const reply = await api.results.list({ after })
    if (!reply.ok) return messages[(reply as { code: AnyRefusal }).code]
    take({ rows: [...page.rows, ...reply.data.rows], next: reply.data.next })
    return null
  }
  return (
    <PageShell title="我的结果" hide>
      <Paper>
        <Line>只有您自己能看到。每一次都可以单独删，两年后自动清除。点进一份，能看到它一次一次的变化。</Line>
      </Paper>
      <Told own={own} onRetry={retry}>
        {(page) => <List page={page} onMore={more(page)} />}
      </Told>
    </PageShell>
  )
}
