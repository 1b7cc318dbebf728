import { Tabs } from 'antd'
import { api } from '../cloud/api'
import { RefusalNote } from '../cloud/refusal-note'
import { useRead } from '../cloud/use-read'
import { Heading } from '../shell/heading'
import { Waiting } from '../shell/waiting'
import { Bills } from './bills'
import { Lines } from './lines'
import './hotlines.css'

export const HotlinesPage = () => {
  const read = useRead('hotlines', () => api.hotlines.desk({}))
  return (
    <>
      <Heading title="热线" hint="手机上「聊」里的机构和号码。改了以后，大家下次打开就是新的。" />
      <RefusalNote refusal={read.refusal} onRetry={read.reload} />
      {read.loading && !read.data && <Waiting />}
      {read.data && (
        <Tabs
          items={[
            { key: 'lines', label: '机构和热线', children: <Lines {...read.data} reload={read.reload} /> },
            { key: 'bills', label: '话单', children: <Bills lines={read.data.lines} /> },
          ]}
        />
      )}
    </>
  )
}
