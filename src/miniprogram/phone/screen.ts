import Taro from '@tarojs/taro'

type WakeLock = { release: () => Promise<void> }
let lock: Promise<WakeLock | null> | null = null

/** Keeps the screen lit, where the phone allows it: an exercise is followed without touching. */
export const keepScreenOn = (on: boolean) => {
  if (process.env.TARO_ENV === 'weapp') {
    Taro.setKeepScreenOn({ keepScreenOn: on }).catch(() => undefined)
    return
  }
  const { wakeLock } = navigator as { wakeLock?: { request: (kind: 'screen') => Promise<WakeLock> } }
  if (on && !lock && wakeLock) lock = wakeLock.request('screen').catch(() => null)
  if (!on && lock) {
    lock.then((held) => held?.release())
    lock = null
  }
}
