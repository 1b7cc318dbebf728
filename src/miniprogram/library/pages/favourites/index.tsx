import { Text } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import { useCallback, useRef } from 'react'
import { api } from '../../../cloud/api'
import { deviceKey } from '../../../cloud/device-key'
import { PageShell } from '../../../parts/page-shell'
import { Nothing } from '../../../parts/trouble'
import { go, wayToList } from '../../../parts/ways'
import { CardList } from '../../parts/card-list'
import { useCards } from '../../parts/use-cards'
import './index.scss'

const NONE = '还没有收藏。看到想留着的内容，点一下「收藏」就会在这里。'

const Kept = () => {
  const ask = useCallback((after: string | undefined) => api.favourites.list(after ? { after } : {}), [])
  const list = useCards('favourites', ask)
  const seen = useRef(false)
  useDidShow(() => {
    if (seen.current) void list.retry()
    seen.current = true
  })
  return <CardList list={list} nothing={NONE} />
}

/** A browser that never kept anything has no key yet, and looking is no reason to be given one. */
const neverKept = () => process.env.TARO_ENV !== 'weapp' && deviceKey.read() === null

export default function Favourites() {
  return (
    <PageShell title="收藏">
      {neverKept() ? <Nothing text={NONE} action="去看看内容" onTap={() => go(wayToList({}))} /> : <Kept />}
      {process.env.TARO_ENV === 'weapp' ? null : (
        <Text className="favourites__note">收藏记在这个浏览器里，清除浏览器数据后就找不回来了。</Text>
      )}
    </PageShell>
  )
}
