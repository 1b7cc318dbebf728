import { Text, View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import home from '../assets/tabs/home.png'
import homeChosen from '../assets/tabs/home-selected.png'
import learn from '../assets/tabs/learn.png'
import learnChosen from '../assets/tabs/learn-selected.png'
import mine from '../assets/tabs/mine.png'
import mineChosen from '../assets/tabs/mine-selected.png'
import talk from '../assets/tabs/talk.png'
import talkChosen from '../assets/tabs/talk-selected.png'
import tests from '../assets/tabs/tests.png'
import testsChosen from '../assets/tabs/tests-selected.png'
import { useUnread } from '../notices/unread'
import { aria, tappable } from './aria'
import { paths } from './ways'
import './tab-bar.h5.scss'

const tabs = [
  { path: '/pages/home/index', name: '首页', icon: home, chosen: homeChosen },
  { path: '/pages/learn/index', name: '学', icon: learn, chosen: learnChosen },
  { path: '/pages/tests/index', name: '测', icon: tests, chosen: testsChosen },
  { path: '/pages/counselling/index', name: '聊', icon: talk, chosen: talkChosen },
  { path: '/pages/mine/index', name: '我的', icon: mine, chosen: mineChosen },
] as const

/** Stands for Taro's own, which follows neither the dark colours nor the large text and cannot be reached by keyboard under a strict content policy. */
export const TabBar = () => {
  const here = useRouter().path
  const unread = useUnread()
  return (
    <View className="tab-bar" {...aria({ role: 'navigation', label: '主要页面' })}>
      {tabs.map(({ path, name, icon, chosen }) => {
        const on = here.startsWith(path)
        const dotted = unread > 0 && path === paths.mine
        return (
          <View
            key={path}
            className={on ? 'tab-bar__tab tab-bar__tab--on' : 'tab-bar__tab'}
            {...tappable(() => Taro.switchTab({ url: path }), {
              role: 'link',
              ...(dotted && { label: `${name}，有新的通知` }),
            })}
            {...(on ? { 'aria-current': 'page' } : {})}
          >
            <View className="tab-bar__icon" style={{ '--icon': `url("${on ? chosen : icon}")` } as object} />
            {dotted ? <View className="tab-bar__dot" /> : null}
            <Text>{name}</Text>
          </View>
        )
      })}
    </View>
  )
}
