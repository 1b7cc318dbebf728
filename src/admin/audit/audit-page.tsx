import { Tabs } from 'antd'
import { useSearchParams } from 'react-router'
import { Heading } from '../shell/heading'
import { Acts } from './acts'
import { CheckReceipt } from './check-receipt'
import { Destructions } from './destructions'
import { Readings } from './readings'
import { Verify } from './verify'
import './audit.css'

const tabs = [
  { key: 'readings', label: '查看记录', children: <Readings /> },
  { key: 'acts', label: '操作记录', children: <Acts /> },
  { key: 'destructions', label: '销毁记录', children: <Destructions /> },
  { key: 'verify', label: '核对账本', children: <Verify /> },
  { key: 'receipt', label: '核对回执', children: <CheckReceipt /> },
]

export const AuditPage = () => {
  const [search, setSearch] = useSearchParams()
  const open = tabs.find(({ key }) => key === search.get('tab'))?.key ?? 'readings'

  return (
    <>
      <Heading
        title="审计"
        hint="您看到的是谁在什么时候、因为什么看过或改过什么，以及销毁了多少；看不到任何内容，也看不到是谁的。"
      />
      <Tabs
        activeKey={open}
        destroyOnHidden
        onChange={(key) => setSearch(key === 'readings' ? {} : { tab: key }, { replace: true })}
        items={tabs}
      />
    </>
  )
}
