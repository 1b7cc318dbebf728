import Taro from '@tarojs/taro'

let before: number | null = null

/** For a scanner in the sun. What WeChat does not let us do is left as it is. */
export const brighten = () => {
  if (before !== null) return
  void Taro.getScreenBrightness()
    .then(({ value }) => {
      before = value
      return Taro.setScreenBrightness({ value: 1 })
    })
    .catch(() => undefined)
}

/** As it was. */
export const dim = () => {
  if (before === null) return
  const value = before
  before = null
  void Promise.resolve(Taro.setScreenBrightness({ value })).catch(() => undefined)
}
