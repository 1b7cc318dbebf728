import { Button } from 'antd'
import { useEffect, useState } from 'react'
import type { Output } from '../../../contract'
import type { DoorList as List } from '../../../contract/doors'
import type { ProgrammedEvent } from '../../../contract/events'
import { api } from '../../cloud/api'
import { RefusalNote } from '../../cloud/refusal-note'
import { useAction } from '../../cloud/use-action'
import '../events.css'
import { Answers } from './answers'
import { DoorCode } from './door-code'
import { DoorCount } from './door-count'
import { DoorList } from './door-list'
import { mayKeep } from './door-words'
import { PassDialog } from './pass-dialog'

type Pass = Output<'doors', 'pass'>

const A_MINUTE_MS = 60_000

/** 签到: the list is fetched when it is asked for, and is gone with the page, or once the door has closed. */
export const DoorTab = ({ event }: { event: ProgrammedEvent }) => {
  const [pass, setPass] = useState<Pass | null>(null)
  const [list, setList] = useState<List | null>(null)
  const [turn, setTurn] = useState(0)
  const give = useAction(api.doors.pass)
  const open = useAction(api.doors.list)
  const { id: eventId } = event
  const isOpen = event.state === 'announced' || event.state === 'held'

  const read = async () => {
    const reply = await open.run({ eventId })
    if (reply.ok) setList(reply.data)
  }
  const changed = () => {
    setTurn((before) => before + 1)
    void read()
  }
  const passOn = async () => {
    const reply = await give.run({ eventId })
    if (reply.ok) setPass(reply.data)
  }
  useEffect(() => {
    if (!list) return
    const timer = setInterval(() => {
      if (!mayKeep(list, new Date())) setList(null)
    }, A_MINUTE_MS)
    return () => clearInterval(timer)
  }, [list])

  if (!isOpen) return <p>这场活动的签到已经结束，名单不能再看了。人数在「报告」里。</p>
  return (
    <div className="stack">
      <DoorCount event={event} turn={turn} />
      <div className="row">
        <Button type="primary" loading={open.busy} onClick={read}>
          {list ? '刷新名单' : '打开名单'}
        </Button>
        <Button loading={give.busy} onClick={passOn}>
          给签到的同事一个口令
        </Button>
      </div>
      <RefusalNote refusal={open.refusal ?? give.refusal} />
      {!list && <p className="soft">名单里是大家希望被怎么称呼，签到时才打开；离开这一页，就不留在这台电脑上。</p>}
      {list && <DoorCode doorKey={list.doorKey} title={event.title} />}
      {list && <DoorList list={list} onChanged={changed} />}
      {event.questions.length > 0 && <Answers eventId={eventId} />}
      {pass && <PassDialog pass={pass} onClose={() => setPass(null)} />}
    </div>
  )
}
