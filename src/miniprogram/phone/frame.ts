import Taro from '@tarojs/taro'
import theme from '../theme.json'
import type { Shade } from './preferences'

const systemShade = () =>
  (process.env.TARO_ENV === 'weapp' ? Taro.getAppBaseInfo().theme : undefined) === 'dark' ? 'dark' : 'light'

let painted: Shade = 'system'

/** Paints what lies outside the page itself: WeChat's bars, or the browser's document. Bars follow the system until a choice is made. */
export const paintFrame = (shade: Shade, tabPage: boolean) => {
  if (process.env.TARO_ENV !== 'weapp') {
    document.documentElement.classList.toggle('is-light', shade === 'light')
    document.documentElement.classList.toggle('is-dark', shade === 'dark')
    return
  }
  if (shade === 'system' && painted === 'system') return
  painted = shade
  const colours = theme[shade === 'system' ? systemShade() : shade]
  Taro.setNavigationBarColor({
    frontColor: colours.navText === 'white' ? '#ffffff' : '#000000',
    backgroundColor: colours.navBackground,
  })
  Taro.setBackgroundColor({ backgroundColor: colours.pageBackground })
  if (!tabPage) return
  Taro.setTabBarStyle({
    color: colours.tabText,
    selectedColor: colours.tabChosen,
    backgroundColor: colours.tabBackground,
    borderStyle: colours.tabLine === 'white' ? 'white' : 'black',
  })
}
