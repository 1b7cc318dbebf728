import Taro from '@tarojs/taro'
import { useEffect, useRef } from 'react'

/** Calls when the network is back. */
export const useConnected = (onBack: () => void) => {
  const told = useRef(onBack)
  told.current = onBack

  useEffect(() => {
    if (process.env.TARO_ENV === 'weapp') {
      const hear = ({ isConnected }: { isConnected: boolean }) => isConnected && told.current()
      Taro.onNetworkStatusChange(hear)
      return () => Taro.offNetworkStatusChange(hear)
    }
    const hear = () => told.current()
    window.addEventListener('online', hear)
    return () => window.removeEventListener('online', hear)
  }, [])
}
