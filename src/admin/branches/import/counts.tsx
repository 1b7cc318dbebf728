import type { Progress } from '../../../contract/imports'

const shown = (count: number) => count.toLocaleString('zh-CN')

/** What became of the lines so far. */
export const Counts = ({ progress }: { progress: Progress }) => {
  const figures: [name: string, count: number][] = [
    ['已处理', progress.seen],
    ...(progress.mode === 'add'
      ? ([
          ['新加入', progress.added],
          ['换了组织', progress.moved],
          ['本来就有', progress.already],
        ] as [string, number][])
      : ([['已移出', progress.removed]] as [string, number][])),
    ['没有处理成', progress.refused],
  ]
  return (
    <dl className="counts">
      {figures.map(([name, count]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{shown(count)} 行</dd>
        </div>
      ))}
    </dl>
  )
}
