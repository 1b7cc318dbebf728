import { App, Button, Tag } from 'antd'
import { useEffect } from 'react'
import { fieldNames, modeNames } from '../../domain/counsellors/words'
import { api } from '../cloud/api'
import { PagedTable } from '../cloud/paged-table'
import { useTable } from '../cloud/use-table'
import { due } from '../duty/turn'
import { Heading } from '../shell/heading'
import { shownInstant } from '../shell/time'
import { useNow } from '../unsealings/use-now'
import { useAddress } from './address'
import type { WishRow } from './slot-choice'
import { sayTimes, WishDrawer } from './wish-drawer'
import { countWishes } from './wishes-waiting'
import './counselling.css'

/** Whoever found no time that suits: what they asked for and until when they are to hear, never who it is. */
export const WishesPage = () => {
  const { message } = App.useApp()
  const { at, go } = useAddress()
  const now = useNow(30_000)
  const table = useTable<WishRow>('wishes', (after) => api.wishes.list(after ? { after } : {}))
  useEffect(() => {
    void countWishes()
  }, [])
  const open = table.rows.find(({ id }) => id === at('wish'))

  return (
    <>
      <Heading
        title="约不上"
        hint="这些人没有找到合适的时间，答应了三天内答复。这里看不到是谁；对方写的话只有咨询师能看。"
      />
      <PagedTable<WishRow>
        table={table}
        waitingRows={4}
        rowKey="id"
        empty="现在没有人在等答复。"
        columns={[
          {
            title: '答应答复',
            dataIndex: 'promisedAt',
            className: 'figure',
            render: (promisedAt: string) => (
              <>
                {shownInstant(promisedAt)}，{due(promisedAt, now)}
                {Date.parse(promisedAt) <= now && <Tag className="standing-wait booking-tag">过期未答复</Tag>}
              </>
            ),
          },
          { title: '合适的时段', key: 'times', render: (_, wish) => sayTimes(wish) },
          {
            title: '方式',
            dataIndex: 'mode',
            width: 90,
            render: (mode: WishRow['mode']) => (mode ? modeNames[mode] : '都可以'),
          },
          {
            title: '方向',
            dataIndex: 'field',
            width: 150,
            render: (field: WishRow['field']) => (field ? fieldNames[field] : '没有说'),
          },
          { title: '什么时候说的', dataIndex: 'askedAt', width: 160, className: 'figure', render: shownInstant },
          {
            title: '操作',
            key: 'do',
            width: 90,
            render: (_, { id, askedAt }) => (
              <Button size="small" aria-label={`答复 ${shownInstant(askedAt)} 的`} onClick={() => go({ wish: id })}>
                答复
              </Button>
            ),
          },
        ]}
      />
      {open && (
        <WishDrawer
          key={open.id}
          wish={open}
          onAnswered={() => {
            message.success('已答复，对方会收到通知')
            go({ wish: '' })
            table.reload()
            void countWishes()
          }}
          onClose={() => go({ wish: '' })}
        />
      )}
    </>
  )
}
