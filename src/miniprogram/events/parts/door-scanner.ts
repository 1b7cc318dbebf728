import Taro from '@tarojs/taro'

/** A browser is not let at the camera here. */
export const canScan = process.env.TARO_ENV === 'weapp'

export type Scanned = { text: string } | 'put-away' | 'no-camera'

/** One picture through WeChat's own scanner. */
export const scanOnce = async (): Promise<Scanned> => {
  try {
    const { result } = await Taro.scanCode({ onlyFromCamera: true, scanType: ['qrCode'] })
    return { text: result }
  } catch (failure) {
    return /cancel/i.test((failure as { errMsg?: string }).errMsg ?? '') ? 'put-away' : 'no-camera'
  }
}

/** Felt by whoever does not look: short when somebody may come in, long when it is worth a look. */
export const shake = (isShort: boolean) => {
  const shaking = isShort ? Taro.vibrateShort({ type: 'light' }) : Taro.vibrateLong()
  shaking.catch(() => undefined)
}
