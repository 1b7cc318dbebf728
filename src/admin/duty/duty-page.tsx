import { Alert, Tabs } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useSearchParams } from 'react-router'
import { Requests } from '../records/requests'
import { Heading } from '../shell/heading'
import { useNow } from '../unsealings/use-now'
import { Calls } from './calls'
import { Cases } from './cases'
import { Drills } from './drills'
import { callsFor, isNew } from './ring'
import { Rota } from './rota'
import { SoundSwitch } from './sound-switch'
import { thereNow, useCrew } from './use-crew'
import { useListening } from './use-listening'
import { useMe } from './use-me'
import { useQueue } from './use-queue'
import { useSound } from './use-sound'
import './duty.css'

/** Somebody waits: a few seconds later it is on the screen. */
const AGAIN_MS = 5_000
const CREW_AGAIN_MS = 5 * 60_000

/** On the tab of the browser, where it is seen from any other page. */
const useTitle = (waiting: number) => {
  useEffect(() => {
    document.title = `${waiting > 0 ? `(${waiting}) ` : ''}值守 · 心驿工作台`
  }, [waiting])
}

export const DutyPage = () => {
  const [search, setSearch] = useSearchParams()
  const me = useMe()
  const queue = useQueue()
  const crew = useCrew()
  const sound = useSound()
  const now = useNow(30_000)
  const there = crew.data ? thereNow(crew.data, now) : []
  const onShift = there.some(({ staffId }) => staffId === me?.staffId)
  const crewAt = useRef(Date.now())
  const ended = useListening(AGAIN_MS, onShift, () => {
    queue.reload()
    if (Date.now() - crewAt.current < CREW_AGAIN_MS) return
    crewAt.current = Date.now()
    crew.reload()
  })

  const waiting = (queue.rows ?? []).filter(({ state }) => state === 'waiting').length
  useTitle(waiting)

  const [heard, setHeard] = useState('')
  const before = useRef<ReadonlySet<string>>(new Set())
  const { call } = sound
  useEffect(() => {
    if (!queue.rows) return
    const here = callsFor(queue.rows)
    if (isNew(before.current, here)) {
      call()
      setHeard(`有人在等回电，共 ${queue.rows.filter(({ state }) => state === 'waiting').length} 个`)
    }
    before.current = here
  }, [queue.rows, call])

  const head = crew.data?.head
  const tabs = [
    {
      key: 'calls',
      label: waiting > 0 ? `回电（${waiting} 个在等）` : '回电',
      children: <Calls queue={queue} crew={crew.data} />,
    },
    { key: 'cases', label: '三色记录', children: <Cases crew={crew.data} /> },
    { key: 'rota', label: '值守表', children: <Rota onChanged={crew.reload} /> },
    { key: 'drills', label: '演练', children: <Drills /> },
    { key: 'supervision', label: '同事请教', children: <Requests /> },
  ]
  const open = tabs.find(({ key }) => key === search.get('tab'))?.key ?? 'calls'

  return (
    <>
      <Heading title="值守" hint="请人回电的职工在这里等。这里看不到是谁，也看不到任何测评和聊天。">
        <SoundSwitch {...sound} />
      </Heading>
      <p className="only-heard" role="status">
        {heard}
      </p>
      {crew.data && (
        <p className="duty-not-printed">
          {there.length > 0 ? `现在值守：${there.map(({ name }) => name).join('、')}。` : '现在没有人值守。'}
          {head ? `没有人接时由${head.name}负责。` : '还没有指定值守负责人，请在「值守表」里指定。'}
        </p>
      )}
      {ended && (
        <Alert type="warning" showIcon title="半小时没有动静，已经停止刷新和提示音。动一下鼠标或按任意键就会继续。" />
      )}
      <Tabs
        activeKey={open}
        destroyOnHidden
        onChange={(key) => setSearch(key === 'calls' ? {} : { tab: key }, { replace: true })}
        items={tabs}
      />
    </>
  )
}
