import { useDidHide, useDidShow } from '@tarojs/taro'
import { type PropsWithChildren, useEffect } from 'react'
import { flushCounts } from './counting/counters'
import { doorKept } from './events/parts/door-kept'
import './app.scss'
import './look/frame'
import './phone/pages-at-hand'

export default function App({ children }: PropsWithChildren) {
  useDidShow(() => {
    doorKept.sweep(new Date())
    void flushCounts(Date.now())
  })
  useDidHide(() => {
    void flushCounts(Date.now())
  })
  useEffect(() => {
    if (process.env.TARO_ENV === 'weapp') return
    const turn = () => void flushCounts(Date.now())
    document.addEventListener('visibilitychange', turn)
    return () => document.removeEventListener('visibilitychange', turn)
  }, [])
  return children
}
