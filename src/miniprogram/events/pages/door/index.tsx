import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Bones } from '../../../parts/bones'
import { PageShell } from '../../../parts/page-shell'
import { Nothing, Trouble } from '../../../parts/trouble'
import { DoorDesk } from '../../parts/door-desk'
import { DoorOver } from '../../parts/door-over'
import { DoorPass } from '../../parts/door-pass'
import { useDoor } from '../../parts/door-use-door'

const Opened = ({ eventId, onLeave }: { eventId: string; onLeave: () => void }) => {
  const door = useDoor(eventId)
  if (door.stage === 'ended')
    return (
      <Nothing
        text="签到结束了，名单和记录已经从这部手机上清除。谢谢您来帮忙。"
        action="输入签到口令"
        onTap={onLeave}
      />
    )
  if (door.stage === 'over') return <DoorOver door={door} />
  if (door.book) return <DoorDesk door={door} book={door.book} />
  if (door.unread === 'EVENT_NOT_FOUND')
    return (
      <Nothing text="这部手机还不能为这场活动签到，请向组织者要一个签到口令。" action="输入签到口令" onTap={onLeave} />
    )
  return door.unread === null ? <Bones rows={2} /> : <Trouble code={door.unread} onRetry={door.download} />
}

export default function DoorPage() {
  const { id } = useRouter().params
  const [eventId, setEventId] = useState(id || null)
  return (
    <PageShell title="签到" hide>
      {eventId === null ? (
        <DoorPass onOpen={setEventId} />
      ) : (
        <Opened key={eventId} eventId={eventId} onLeave={() => setEventId(null)} />
      )}
    </PageShell>
  )
}
