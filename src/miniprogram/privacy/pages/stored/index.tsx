import { View } from '@tarojs/components'
import { api } from '../../../cloud/api'
import { Button } from '../../../parts/button'
import { PageShell } from '../../../parts/page-shell'
import { Nothing } from '../../../parts/trouble'
import { go, paths, wayToDestroy } from '../../../parts/ways'
import { Buttons, Paper, Quiet, Said } from '../../parts/paper'
import type { StoredRow } from '../../parts/stored-row'
import { goneWords } from '../../parts/stored-words'
import { Told } from '../../parts/told'
import { useOwn } from '../../parts/use-own'

const Kind = ({ row }: { row: StoredRow }) => (
  <Paper title={`${row.title} · ${row.count} 条`}>
    <Quiet>{row.about}</Quiet>
    {row.sealed ? <Said about="怎么放">加密存放，只有您能打开</Said> : null}
    <Said about="什么时候清除">{goneWords(row)}</Said>
    {row.floor === null ? null : <Said about="法律另有规定">{row.floor}</Said>}
    {row.alone && row.count > 0 ? (
      <Buttons>
        <Button
          text="删除这一类"
          label={`删除这一类：${row.title}`}
          kind="quiet"
          onTap={() => go(wayToDestroy(row.kind))}
        />
      </Buttons>
    ) : null}
  </Paper>
)

export default function Stored() {
  const { own, retry } = useOwn<{ rows: StoredRow[] }, never>(() => api.privacy.stored({}), { rows: [] })
  return (
    <PageShell title="存了什么">
      <Told own={own} onRetry={retry}>
        {({ rows }) => {
          const some = rows.filter(({ count }) => count > 0)
          const none = rows.filter(({ count }) => count === 0)
          return (
            <View>
              {some.length === 0 ? <Nothing text="现在没有存着任何关于您的东西。看文章、做练习都不记名。" /> : null}
              {some.map((row) => (
                <Kind key={row.kind} row={row} />
              ))}
              {none.length === 0 ? null : (
                <Paper title="这些现在没有存">
                  {none.map((row) => (
                    <Said key={row.kind} about={row.title}>
                      {row.about}
                    </Said>
                  ))}
                </Paper>
              )}
              {some.length === 0 ? null : (
                <Buttons>
                  <Button text="带走一份" onTap={() => go(paths.takeAway)} />
                </Buttons>
              )}
            </View>
          )
        }}
      </Told>
    </PageShell>
  )
}
