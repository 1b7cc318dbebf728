import { useDidHide, useDidShow } from '@tarojs/taro'
import { type PropsWithChildren, useEffect } from 'react'
import { counter } from './counting/use-visit'
import './app.scss'
import './look/frame'
import './phone/pages-at-hand'

export default function App({ children }: PropsWithChildren) {
  useDidShow(() => {
    void counter.flush(Date.now())
  })
  useDidHide(() => {
    void counter.flush(Date.now())
  })
  useEffect(() => {
    if (process.env.TARO_ENV === 'weapp') return
    const turn = () => void counter.flush(Date.now())
    document.addEventListener('visibilitychange', turn)
    return () => document.removeEventListener('visibilitychange', turn)
  }, [])
  return children
}
