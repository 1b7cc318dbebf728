import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import type { ShownResult } from '../../../../contract/results'
import { instrumentAt } from '../../../../domain/instruments/all'
import { api } from '../../../cloud/api'
import { aria } from '../../../parts/aria'
import { Button } from '../../../parts/button'
import { PageShell } from '../../../parts/page-shell'
import { Nothing } from '../../../parts/trouble'
import { momentOf } from '../../../phone/times'
import { Told } from '../../../privacy/parts/told'
import { useOwn } from '../../../privacy/parts/use-own'
import { points } from '../../parts/points'
import './index.scss'

const inWechat = process.env.TARO_ENV === 'weapp'

const Sheet = ({ result }: { result: ShownResult }) => {
  const instrument = instrumentAt(result.instrumentId, result.version)
  if (!instrument) return null
  return (
    <View className="sheet">
      <Text className="sheet__title" {...aria({ role: 'heading', level: 2 })}>
        {instrument.name}
      </Text>
      <Text className="sheet__line">
        {instrument.nameEn}，第 {instrument.version} 版
      </Text>
      <Text className="sheet__line">填写时间：{momentOf(result.takenAt)}</Text>
      <Text className="sheet__line">时间范围：{instrument.recall}</Text>
      {instrument.scales.map((scale) => {
        const shown = result.scores.find(({ key }) => key === scale.key)
        return shown ? (
          <View key={scale.key} className="sheet__scale">
            <Text className="sheet__name">
              {scale.title}：{points(shown.score)}（{scale.range[0]} 到 {scale.range[1]} 分）
            </Text>
            <Text className="sheet__line">{shown.says}。</Text>
          </View>
        ) : null
      })}
      <Text className="sheet__line">
        这是本人填写的自我筛查，不是诊断。诊断要由精神科执业医师作出（《精神卫生法》第二十三条、第二十九条）。
      </Text>
      <Text className="sheet__small">来源：{instrument.source}</Text>
      {instrument.licence.attribution ? <Text className="sheet__small">{instrument.licence.attribution}</Text> : null}
    </View>
  )
}

/** Plain enough to print, or to be pictured and shown: no name, no number of the person. */
export default function SheetPage() {
  const { id = '' } = useRouter().params
  const { own, retry } = useOwn<ShownResult | null, 'RESULT_NOT_FOUND'>(() => api.results.open({ resultId: id }), null)
  return (
    <PageShell title="一页纸" hide>
      <Told own={own} onRetry={retry}>
        {(result) =>
          result ? (
            <View>
              <Sheet result={result} />
              <View className="sheet__ways">
                {inWechat ? (
                  <Text className="sheet__small">可以截屏，给医生看。</Text>
                ) : (
                  <Button text="打印，或存成 PDF" kind="primary" onTap={() => window.print()} />
                )}
              </View>
            </View>
          ) : (
            <Nothing text="没有找到这次结果，它可能已经删除了。" />
          )
        }
      </Told>
    </PageShell>
  )
}
