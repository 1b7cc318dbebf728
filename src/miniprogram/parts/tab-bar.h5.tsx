import { Text, View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import home from '../assets/tabs/home.png'
import homeChosen from '../assets/tabs/home-selected.png'
import learn from '../assets/tabs/learn.png'
import learnChosen from '../assets/tabs/learn-selected.png'
import mine from '../assets/tabs/mine.png'
import mineChosen from '../assets/tabs/mine-selected.png'
import tests from '../assets/tabs/tests.png'
import testsChosen from '../assets/tabs/tests-selected.png'
import { aria, tappable } from './aria'
import './tab-bar.h5.scss'

const tabs = [
  { path: '/pages/home/index', name: '首页', icon: home, chosen: homeChosen },
  { path: '/pages/learn/index', name: '学', icon: learn, chosen: learnChosen },
  { path: '/pages/tests/index', name: '测', icon: tests, chosen: testsChosen },
  { path: '/pages/mine/index', name: '我的', icon: mine, chosen: mineChosen },
] as const

/** Stands for Taro's own, which follows neither the dark colours nor the large text and cannot be reached by keyboard under a strict content policy. */
export const TabBar = () => {
  const here = useRouter().path
  return (
    <View className="tab-bar" {...aria({ role: 'navigation', label: '主要页面' })}>
      {tabs.map(({ path, name, icon, chosen }) => {
        const on = here.startsWith(path)
        return (
          <View
            key={path}
            className={on ? 'tab-bar__tab tab-bar__tab--on' : 'tab-bar__tab'}
            {...tappable(() => Taro.switchTab({ url: path }), { role: 'link' })}
            {...(on ? { 'aria-current': 'page' } : {})}
          >
            <View className="tab-bar__icon" style={{ '--icon': `url("${on ? chosen : icon}")` } as object} />
            <Text>{name}</Text>
          </View>
        )
      })}
    </View>
  )
}
