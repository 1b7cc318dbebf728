import { Tabs } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { mayDo } from '../../contract/permissions'
import { monthOf } from '../../domain/time'
import { useSession } from '../session/store'
import { Heading } from '../shell/heading'
import { MonthField } from '../shell/month-field'
import { BranchFigures } from './branch-figures'
import { CounsellingFigures } from './counselling-figures'
import { EventFigures } from './event-figures'
import { HotlineFigures } from './hotline-figures'
import { LibraryFigures } from './library-figures'
import { UseFigures } from './use-figures'
import './insights.css'

const isMonth = (text: string | null): text is string => /^20\d\d-(0[1-9]|1[0-2])$/.test(text ?? '')
const inWords = (month: string) => `${Number(month.slice(0, 4))} 年 ${Number(month.slice(5))} 月`

export const InsightsPage = () => {
  const session = useSession()
  const roles = ('me' in session && session.me?.roles) || []
  const [search, setSearch] = useSearchParams()
  const [thisMonth] = useState(() => monthOf(new Date()))
  const asked = search.get('month')
  const month = isMonth(asked) && asked <= thisMonth ? asked : thisMonth
  const about = { month, period: inWords(month) }

  const tabs = [
    { key: 'library', label: '内容', asks: 'figures.month', children: <LibraryFigures {...about} /> } as const,
    { key: 'uses', label: '测评与求助', asks: 'figures.uses', children: <UseFigures {...about} /> } as const,
    {
      key: 'counselling',
      label: '咨询',
      asks: 'figures.counselling',
      children: <CounsellingFigures {...about} />,
    } as const,
    { key: 'events', label: '活动', asks: 'figures.events', children: <EventFigures {...about} /> } as const,
    { key: 'branches', label: '单位', asks: 'figures.branch', children: <BranchFigures {...about} /> } as const,
    { key: 'hotlines', label: '热线', asks: 'figures.hotlines', children: <HotlineFigures {...about} /> } as const,
  ].filter(({ asks }) => mayDo(asks, roles))
  const first = tabs[0]?.key
  const open = tabs.find(({ key }) => key === search.get('tab'))?.key ?? first
  const go = (to: { month: string; tab: string | undefined }) =>
    setSearch(
      { ...(to.tab && to.tab !== first && { tab: to.tab }), ...(to.month !== thisMonth && { month: to.month }) },
      { replace: true },
    )

  return (
    <>
      <Heading title="数据" hint="被用了多少次，多少人用过。只有合计，看不到任何一个人。">
        <MonthField month={month} thisMonth={thisMonth} onGo={(to) => go({ month: to, tab: open })} />
      </Heading>
      <Tabs
        {...(open && { activeKey: open })}
        destroyOnHidden
        onChange={(tab) => go({ month, tab })}
        items={tabs.map(({ asks, children, ...tab }) => ({
          ...tab,
          children: <div className="stack">{children}</div>,
        }))}
      />
    </>
  )
}
