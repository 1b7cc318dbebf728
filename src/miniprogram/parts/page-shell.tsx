import { Text, View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import { type ReactNode, useEffect } from 'react'
import { useLookForNotices } from '../notices/unread'
import { paintFrame } from '../phone/frame'
import { usePreferences } from '../phone/preferences'
import { aria, tappable } from './aria'
import { Icon } from './icon'
import { TabBar } from './tab-bar'
import { go, goBack, hideQuickly, paths } from './ways'
import './page-shell.scss'

const inWechat = process.env.TARO_ENV === 'weapp'

/** The room every page stands in: colours, text size, and the way to help. In a browser it brings the title bar WeChat draws itself. */
export const PageShell = ({
  title,
  tab = false,
  help = true,
  hide = false,
  plain = false,
  children,
}: {
  title: string
  tab?: boolean
  help?: boolean
  /** Offers the plain page where other pages offer help. */
  hide?: boolean
  /** Looks like nothing in particular: no way back is offered above. */
  plain?: boolean
  children: ReactNode
}) => {
  const { large, shade } = usePreferences()
  useDidShow(() => paintFrame(shade, tab))
  useLookForNotices(tab)
  useEffect(() => paintFrame(shade, tab), [shade, tab])
  const withBack = !inWechat && !tab && !plain

  return (
    <View className={`shell shell--${shade}${large ? ' shell--large' : ''}`}>
      {inWechat && !help && !hide ? null : (
        <View className="shell__bar">
          {withBack ? (
            <View className="shell__back" {...tappable(goBack, { label: '返回' })}>
              <Icon name="back" />
            </View>
          ) : null}
          <Text className="shell__title" {...aria({ role: 'heading', level: 1 })}>
            {title}
          </Text>
          {help ? (
            <View className="shell__help" {...tappable(() => go(paths.help))}>
              <Text>需要帮助</Text>
            </View>
          ) : null}
          {hide ? (
            <View className="shell__help" {...tappable(hideQuickly, { label: '快速隐藏，换成一个普通的记事页' })}>
              <Text>快速隐藏</Text>
            </View>
          ) : null}
        </View>
      )}
      <View className="shell__body">{children}</View>
      {tab ? <TabBar /> : null}
    </View>
  )
}
