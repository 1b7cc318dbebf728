import { Tabs } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import type { MyTimetable } from '../../contract/timetables'
import { api } from '../cloud/api'
import { RefusalNote } from '../cloud/refusal-note'
import { useRead } from '../cloud/use-read'
import { Heading } from '../shell/heading'
import { Waiting } from '../shell/waiting'
import { ByDate } from './by-date'
import { MyProfilePage } from './my-profile'
import { WeeklyHours } from './weekly-hours'
import './counselling.css'

/** A counsellor's own: when people can book, and what they read before they do. */
export const CounsellingPage = () => {
  const [search, setSearch] = useSearchParams()
  const hours = useRead('my hours', () => api.timetables.mine({}))
  const profile = useRead('my profile', () => api.counsellors.mine({}))
  const [changed, setChanged] = useState<MyTimetable | null>(null)
  const timetable = changed ?? hours.data
  const waiting = (hours.loading || profile.loading) && !profile.data
  const modes = (profile.data?.mine?.live ?? profile.data?.mine?.draft)?.modes ?? []

  const tabs = [
    {
      key: 'week',
      label: '每周排班',
      children: timetable && (
        <WeeklyHours key={timetable.changedAt} timetable={timetable} modes={modes} onSaved={setChanged} />
      ),
    },
    {
      key: 'dates',
      label: '按日期看',
      children: timetable && <ByDate timetable={timetable} onChanged={setChanged} />,
    },
    {
      key: 'profile',
      label: '我的资料',
      children: profile.data && <MyProfilePage {...profile.data} onChanged={profile.reload} />,
    },
  ]
  const open = tabs.find(({ key }) => key === search.get('tab'))?.key ?? 'week'

  return (
    <>
      <Heading title="咨询" hint="您什么时候可以约、职工能看到您的哪些资料。" />
      <RefusalNote refusal={hours.refusal} onRetry={hours.reload} />
      <RefusalNote refusal={profile.refusal} onRetry={profile.reload} />
      {waiting ? (
        <Waiting rows={8} />
      ) : (
        <Tabs
          activeKey={open}
          destroyOnHidden
          onChange={(key) => setSearch(key === 'week' ? {} : { tab: key }, { replace: true })}
          items={tabs}
        />
      )}
    </>
  )
}
