import { Text, View } from '@tarojs/components'
import type { Scale } from '../../../domain/instruments/instrument'
import type { ScaleScore } from '../../../domain/instruments/score'
import { aria } from '../../parts/aria'
import { points, pointsOf } from './points'
import './scale-line.scss'

/** Where I stand on one scale. It has one colour: the words say what it means. */
export const ScaleLine = ({ scale, shown }: { scale: Scale; shown: ScaleScore }) => {
  const [lowest, highest] = scale.range
  const at = (value: number) => `${((value - lowest) / (highest - lowest)) * 100}%`
  const better = scale.higher === 'better'
  const cuts = scale.bands.filter(({ from, sex }) => sex === undefined && from > lowest)
  const said = `${scale.title}：${points(shown.score)}，范围 ${lowest} 到 ${highest} 分，${better ? '分数越高，状态越好' : '分数越高，感受越多'}。`
  return (
    <View className="scale-line">
      <View className="scale-line__head">
        <Text className="scale-line__title" {...aria({ role: 'heading', level: 2 })}>
          {scale.title}
        </Text>
        <Text className="scale-line__score">{points(shown.score)}</Text>
      </View>
      <Text className="scale-line__says">{shown.says}。</Text>
      <View {...aria({ role: 'img', label: said })}>
        <View className="scale-line__track">
          {cuts.map(({ from }) => (
            <View key={from} className="scale-line__cut" style={{ left: at(from) }} />
          ))}
          <View className="scale-line__point" style={{ left: at(shown.score) }} />
        </View>
        <View className="scale-line__ends" {...aria({ hidden: true })}>
          <Text className="scale-line__end">
            {pointsOf(lowest)} {better ? '很吃力' : '很少'}
          </Text>
          <Text className="scale-line__end">
            {pointsOf(highest)} {better ? '很好' : '很多'}
          </Text>
        </View>
      </View>
    </View>
  )
}
