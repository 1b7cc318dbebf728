import Taro from '@tarojs/taro'

/** What this phone keeps: JSON values by name. */
export type Storage = {
  read: <T>(name: string) => T | null
  /** False when the phone has no room. */
  write: (name: string, value: unknown) => boolean
  remove: (name: string) => void
  names: () => readonly string[]
}

export const storage: Storage = {
  read: <T>(name: string) => {
    const value: unknown = Taro.getStorageSync(name)
    return value === '' || value === undefined || value === null ? null : (value as T)
  },
  write: (name, value) => {
    try {
      Taro.setStorageSync(name, value)
      return true
    } catch {
      return false
    }
  },
  remove: (name) => Taro.removeStorageSync(name),
  names: () => Taro.getStorageInfoSync().keys,
}
