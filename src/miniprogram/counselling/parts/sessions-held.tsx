import { Text, View } from '@tarojs/components'
import type { OwnBooking } from '../../../contract/bookings'
import { spanOf, weekdayMinuteOf } from '../../phone/times'
import { Line, Paper, Quiet } from '../../privacy/parts/paper'
import { type Missing, whyWords } from './missing'

/** Week after week: what is held, and which weeks could not be had. */
export const SessionsHeld = ({ rows, missing }: { rows: readonly OwnBooking[]; missing: Missing }) => (
  <View>
    <Paper title={`每周一次，留到了 ${rows.length} 次`}>
      {rows.map((row, at) => (
        <Line key={row.id}>
          第 {at + 1} 次　{spanOf(row)}
        </Line>
      ))}
    </Paper>
    {missing.length === 0 ? null : (
      <Paper title={`有 ${missing.length} 次没有约上`}>
        {missing.map(({ from, why }) => (
          <Text key={from} className="paper__line">
            {weekdayMinuteOf(from)}　{whyWords[why]}
          </Text>
        ))}
        <Quiet>可以先留下约上的这几次，没约上的那几周以后另外约；也可以都不要，重新选一个时间。</Quiet>
      </Paper>
    )}
  </View>
)
