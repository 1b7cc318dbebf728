import { Tabs } from 'antd'
import { useState } from 'react'
import type { MyTimetable } from '../../contract/timetables'
import { api } from '../cloud/api'
import { RefusalNote } from '../cloud/refusal-note'
import { useRead } from '../cloud/use-read'
import { Heading } from '../shell/heading'
import { Waiting } from '../shell/waiting'
import { useAddress } from './address'
import { Bookings } from './bookings'
import { Calendar } from './calendar'
import { MyProfilePage } from './my-profile'
import { OwnFigures } from './own-figures'
import { Today } from './today'
import { WeeklyHours } from './weekly-hours'
import './counselling.css'

/** What stands in the address for one tab only. */
const OF_ONE_TAB = { week: '', booking: '', when: '', from: '', until: '', state: '', mode: '', order: '' }

/** A counsellor's own: who comes when, when people can book, and what they read before they do. */
export const CounsellingPage = () => {
  const { at, go } = useAddress()
  const hours = useRead('my hours', () => api.timetables.mine({}))
  const profile = useRead('my profile', () => api.counsellors.mine({}))
  const [changed, setChanged] = useState<MyTimetable | null>(null)
  const timetable = changed ?? hours.data
  const waiting = (hours.loading || profile.loading) && !profile.data
  const modes = (profile.data?.mine?.live ?? profile.data?.mine?.draft)?.modes ?? []
  const show = (tab: string) => go({ ...OF_ONE_TAB, tab: tab === 'today' ? '' : tab })

  const tabs = [
    {
      key: 'today',
      label: '今日',
      children: profile.data && <Today profile={profile.data.mine} onCalendar={() => show('calendar')} />,
    },
    {
      key: 'calendar',
      label: '日历',
      children: timetable && <Calendar timetable={timetable} onChanged={setChanged} />,
    },
    { key: 'bookings', label: '预约', children: <Bookings /> },
    {
      key: 'hours',
      label: '每周排班',
      children: timetable && (
        <WeeklyHours key={timetable.changedAt} timetable={timetable} modes={modes} onSaved={setChanged} />
      ),
    },
    {
      key: 'profile',
      label: '我的资料',
      children: profile.data && <MyProfilePage {...profile.data} onChanged={profile.reload} />,
    },
    { key: 'numbers', label: '我的数字', children: <OwnFigures /> },
  ]
  const open = tabs.find(({ key }) => key === at('tab'))?.key ?? 'today'

  return (
    <>
      <Heading title="咨询" hint="今天和谁约在什么时候，您什么时候可以约、职工能看到您的哪些资料。" />
      <RefusalNote refusal={hours.refusal} onRetry={hours.reload} />
      <RefusalNote refusal={profile.refusal} onRetry={profile.reload} />
      {waiting ? <Waiting rows={8} /> : <Tabs activeKey={open} destroyOnHidden onChange={show} items={tabs} />}
    </>
  )
}
