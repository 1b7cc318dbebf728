import { Text, View } from '@tarojs/components'
import type { AnyRefusal } from '../../contract'
import { messages } from '../../contract/messages.zh-CN'
import { aria } from './aria'
import { Button } from './button'
import { go, paths, wayToList } from './ways'
import './trouble.scss'

/** What happened, what to do, and a way to a person. */
export const Trouble = ({ code, onRetry }: { code: AnyRefusal; onRetry: () => void }) => (
  <View className="trouble" {...aria({ role: 'alert' })}>
    <Text className="trouble__text">{messages[code]}</Text>
    {code === 'PIECE_NOT_FOUND' ? (
      <Button text="看看别的" kind="primary" onTap={() => go(wayToList({}))} />
    ) : (
      <Button text="再试一次" kind="primary" onTap={onRetry} />
    )}
    <Button text="想找人说说，看求助电话" kind="quiet" onTap={() => go(paths.help)} />
  </View>
)

/** Nothing here yet, and what to do about it. */
export const Nothing = ({ text, action, onTap }: { text: string; action?: string; onTap?: () => void }) => (
  <View className="trouble">
    <Text className="trouble__text">{text}</Text>
    {action && onTap ? <Button text={action} onTap={onTap} /> : null}
  </View>
)
