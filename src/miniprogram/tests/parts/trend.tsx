import { Text, View } from '@tarojs/components'
import type { ShownResult } from '../../../contract/results'
import type { Instrument, Scale } from '../../../domain/instruments/instrument'
import { aria } from '../../parts/aria'
import { Section } from '../../parts/section'
import { dateOf } from '../../phone/times'
import { points } from './points'
import { trendLine } from './trend-line'
import './trend.scss'

const scoreIn = (result: ShownResult, { key }: Scale) => result.scores.find((each) => each.key === key)?.score

const OfScale = ({ scale, taken }: { scale: Scale; taken: readonly ShownResult[] }) => {
  const rows = taken.flatMap((result) => {
    const score = scoreIn(result, scale)
    return score === undefined ? [] : [{ id: result.id, takenAt: result.takenAt, score }]
  })
  const line = trendLine(
    rows.map(({ takenAt, score }) => ({ at: Date.parse(takenAt), score })),
    scale.range,
  )
  const [lowest, highest] = scale.range
  return (
    <View className="trend">
      <Text className="trend__title">
        {scale.title}，{lowest} 到 {highest} 分，{scale.higher === 'better' ? '越高越好' : '越高感受越多'}
      </Text>
      <View
        className="trend__line"
        style={{ '--line': `url("data:image/svg+xml,${encodeURIComponent(line)}")` } as object}
        {...aria({ role: 'img', label: `${scale.title}的变化，每一次的分数写在下面` })}
      />
      <View {...aria({ role: 'table', label: `${scale.title}，每一次的分数` })}>
        {rows.map(({ id, takenAt, score }) => (
          <View key={id} className="trend__row" {...aria({ role: 'row' })}>
            <Text className="trend__date" {...aria({ role: 'cell' })}>
              {dateOf(takenAt)}
            </Text>
            <Text {...aria({ role: 'cell' })}>{points(score)}</Text>
          </View>
        ))}
      </View>
    </View>
  )
}

/** What was taken before, the newest first; once says nothing of a change. */
export const Trend = ({ instrument, taken }: { instrument: Instrument; taken: readonly ShownResult[] }) =>
  taken.length < 2 ? null : (
    <Section title="一次一次看过来">
      {instrument.scales.map((scale) => (
        <OfScale key={scale.key} scale={scale} taken={taken} />
      ))}
    </Section>
  )
