import { Text } from '@tarojs/components'
import { inShanghai } from '../../../domain/time'
import { useNow } from '../../parts/use-now'
import { leftOf } from './booking-words'

const A_SECOND_MS = 1_000

/** How long something is still kept: by the clock for everybody, and counted down beside it. `over` stands there afterwards. */
export const Left = ({ until, over }: { until: string; over: string }) => {
  const left = leftOf(until, useNow(A_SECOND_MS))
  return (
    <Text className="paper__line">
      {left === null ? over : `为您留到 ${inShanghai(until).format('HH:mm')}，还有 ${left}`}
    </Text>
  )
}
