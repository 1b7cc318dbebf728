import { Text, View } from '@tarojs/components'
import { MOST_SESSIONS } from '../../../domain/bookings/series'
import { type Mode, modeNames } from '../../../domain/counsellors/words'
import { Button } from '../../parts/button'
import { Choice } from '../../parts/choice'
import { Section } from '../../parts/section'
import { weekdayMinuteOf } from '../../phone/times'
import { Line, Paper, Quiet, Wrong } from '../../privacy/parts/paper'
import { howToMeet } from './booking-words'
import type { Slot } from './slot-days'
import { ThumbBar } from './thumb-bar'
import './booking-bar.scss'

const SESSIONS = Array.from({ length: MOST_SESSIONS }, (_, at) => ({
  value: at + 1,
  text: at === 0 ? '就这一次' : `${at + 1} 次`,
}))

/** What is still to be said about a chosen time, and the one button. */
export const BookingBar = ({
  slot,
  mode,
  sessions,
  busy,
  wrong,
  onMode,
  onSessions,
  onHold,
}: {
  slot: Slot
  mode: Mode
  sessions: number
  busy: boolean
  wrong: string | null
  onMode: (mode: Mode) => void
  onSessions: (sessions: number) => void
  onHold: () => void
}) => (
  <>
    <Section title="怎么见">
      <Paper>
        {slot.modes.length > 1 ? (
          <Choice
            name="怎么见"
            options={slot.modes.map((value) => ({ value, text: modeNames[value] }))}
            chosen={mode}
            disabled={busy}
            onChoose={onMode}
          />
        ) : (
          <Line>{modeNames[mode]}</Line>
        )}
        <View className="booking-bar__under">
          <Quiet>{howToMeet[mode]}</Quiet>
        </View>
      </Paper>
    </Section>
    <Section title="约几次">
      <Paper>
        <Choice name="约几次" options={SESSIONS} chosen={sessions} disabled={busy} onChoose={onSessions} />
        <View className="booking-bar__under">
          <Quiet>
            {sessions > 1
              ? `从这一周起，每周同一时间，一共 ${sessions} 次。`
              : '想慢慢聊的话，可以把后面几周的同一时间一起留下。'}
          </Quiet>
        </View>
      </Paper>
    </Section>
    <ThumbBar>
      <Wrong text={wrong} />
      <Text className="booking-bar__chosen">
        {weekdayMinuteOf(slot.from)}，{modeNames[mode]}
        {sessions > 1 ? `，每周一次共 ${sessions} 次` : ''}
      </Text>
      <Button text={busy ? '正在为您留' : '先留 10 分钟，下一步确认'} kind="primary" disabled={busy} onTap={onHold} />
    </ThumbBar>
  </>
)
