import { Text, View } from '@tarojs/components'
import { useDidShow, useRouter } from '@tarojs/taro'
import { useRef, useState } from 'react'
import type { AnyRefusal, Output } from '../../../../contract'
import type { Mode } from '../../../../domain/counsellors/words'
import { api } from '../../../cloud/api'
import { useReply } from '../../../cloud/use-reply'
import { aria } from '../../../parts/aria'
import { Bones } from '../../../parts/bones'
import { Button } from '../../../parts/button'
import { KeptNotice } from '../../../parts/kept-notice'
import { PageShell } from '../../../parts/page-shell'
import { Section } from '../../../parts/section'
import { Nothing, Trouble } from '../../../parts/trouble'
import { go, goInstead, paths } from '../../../parts/ways'
import { useConnected } from '../../../phone/use-connected'
import { Buttons, Paper, Quiet, Said } from '../../../privacy/parts/paper'
import { BookingBar } from '../../parts/booking-bar'
import { ThereBadge } from '../../parts/counsellor-card'
import { fieldsOf, modesOf, personOf } from '../../parts/counsellor-words'
import { HeldBefore } from '../../parts/held-before'
import { JoinWait } from '../../parts/join-wait'
import { OtherWays } from '../../parts/other-ways'
import type { Slot } from '../../parts/slot-days'
import { SlotPicker } from '../../parts/slot-picker'
import { useHold } from '../../parts/use-hold'
import './index.scss'

type Counsellor = Output<'counsellors', 'open'>

/** After these other times may be free than those on the page. */
const stale: readonly AnyRefusal[] = ['SLOT_TAKEN', 'SLOT_NOT_OFFERED', 'COUNSELLOR_NOT_FOUND']

const Profile = ({ counsellor, fresh }: { counsellor: Counsellor; fresh: boolean }) => {
  const { name, there, title, institution, about, issuedBy, stationName, sessionMinutes } = counsellor
  return (
    <Paper>
      <View className="counsellor__head">
        <Text className="counsellor__name" {...aria({ role: 'heading', level: 2 })}>
          {name}
        </Text>
        {fresh && there ? <ThereBadge /> : null}
      </View>
      <Quiet>{[personOf(counsellor), institution].filter(Boolean).join(' · ')}</Quiet>
      {about === '' ? null : <Text className="counsellor__about">{about}</Text>}
      <Said about="擅长的方向">{fieldsOf(counsellor).join('、')}</Said>
      <Said about="怎么见">{modesOf(counsellor)}</Said>
      {stationName === '' ? null : <Said about="面谈的地方">{stationName}</Said>}
      {title === '' ? null : <Said about="资质">{issuedBy === '' ? title : `${title}，${issuedBy}`}</Said>}
      <Said about="一次多久">{sessionMinutes} 分钟</Said>
    </Paper>
  )
}

const Times = ({ counsellor, onStale }: { counsellor: Counsellor; onStale: () => void }) => {
  const { id, slots, noticeHours } = counsellor
  const [chosen, setChosen] = useState<Slot | null>(null)
  const [wanted, setWanted] = useState<Mode | null>(null)
  const [sessions, setSessions] = useState(1)
  const { busy, wrong, hold } = useHold((code) => {
    if (stale.includes(code)) onStale()
  })
  // What was chosen may be gone since; then nothing is chosen any more.
  const slot = slots.find(({ from }) => from === chosen?.from) ?? null
  const mode = slot === null ? null : wanted !== null && slot.modes.includes(wanted) ? wanted : (slot.modes[0] ?? null)
  return (
    <View>
      <Section title="选一个时间">
        <Paper>
          <SlotPicker slots={slots} chosen={slot?.from ?? null} onChoose={setChosen} />
          {slots.length === 0 ? null : (
            <View className="counsellor__under">
              <Quiet>{noticeHours > 0 ? `最早约 ${noticeHours} 小时以后的。` : ''}时间都是北京时间。</Quiet>
            </View>
          )}
        </Paper>
      </Section>
      {slot === null || mode === null ? (
        wrong === null ? null : (
          <Text className="paper__wrong" {...aria({ role: 'alert' })}>
            {wrong}
          </Text>
        )
      ) : (
        <BookingBar
          slot={slot}
          mode={mode}
          sessions={sessions}
          busy={busy}
          wrong={wrong}
          onMode={setWanted}
          onSessions={setSessions}
          onHold={() => void hold({ staffId: id, from: slot.from, mode, sessions })}
        />
      )}
    </View>
  )
}

const gone = (
  <View>
    <Nothing
      text="这位咨询师现在不接受新的预约。已经约好的不受影响。"
      action="看看别的咨询师"
      onTap={() => goInstead(paths.counsellors)}
    />
    <OtherWays />
  </View>
)

const Asked = ({ id }: { id: string }) => {
  const { shown, retry } = useReply<Counsellor, 'COUNSELLOR_NOT_FOUND'>(`counsellor.${id}`, () =>
    api.counsellors.open({ counsellorId: id }),
  )
  const first = useRef(true)
  // Back from the next page: a time may have been let go, or taken.
  useDidShow(() => {
    if (!first.current) void retry()
    first.current = false
  })
  useConnected(() => void retry())
  if (shown.state === 'waiting') return <Bones />
  if (shown.state === 'refused')
    return shown.code === 'COUNSELLOR_NOT_FOUND' ? gone : <Trouble code={shown.code} onRetry={retry} />
  const { data: counsellor, settled, keptAt } = shown
  return (
    <View>
      <KeptNotice keptAt={keptAt} onRetry={() => void retry()} />
      {settled ? <HeldBefore /> : null}
      <Profile counsellor={counsellor} fresh={settled && keptAt === null} />
      {settled && keptAt === null ? <Times counsellor={counsellor} onStale={() => void retry()} /> : null}
      {!settled ? <Bones rows={1} /> : null}
      {keptAt === null ? null : (
        <Paper title="现在看不到空时间">
          <Quiet>网络没有连上，哪些时间还空着要连上了才知道。急着说说，可以先打 12356。</Quiet>
          <Buttons>
            <Button text="再试一次" onTap={() => void retry()} />
            <Button text="看求助电话" kind="quiet" onTap={() => go(paths.help)} />
          </Buttons>
        </Paper>
      )}
      {settled && keptAt === null ? (
        <View className="counsellor__wait">
          <JoinWait wanted={{ staffId: counsellor.id, field: null, mode: null }} />
        </View>
      ) : null}
      <OtherWays />
    </View>
  )
}

export default function CounsellorPage() {
  const { id } = useRouter().params
  return <PageShell title="咨询师">{id ? <Asked id={id} /> : gone}</PageShell>
}
