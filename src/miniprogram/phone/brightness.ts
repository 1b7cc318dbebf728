import Taro from '@tarojs/taro'

/** As it was before, while it is bright; `wanted` is asked again when the phone has answered. */
let before: number | null = null
let wanted = false
let asking = false

const set = (value: number) => Taro.setScreenBrightness({ value })

/** For a scanner in the sun. What WeChat does not let us do is left as it is. */
export const brighten = () => {
  wanted = true
  if (before !== null || asking) return
  asking = true
  void Taro.getScreenBrightness()
    .then(({ value }) => {
      if (!wanted) return
      before = value
      return set(1)
    })
    .catch(() => undefined)
    .finally(() => {
      asking = false
    })
}

/** As it was. */
export const dim = () => {
  wanted = false
  if (before === null) return
  const value = before
  before = null
  void Promise.resolve(set(value)).catch(() => undefined)
}
