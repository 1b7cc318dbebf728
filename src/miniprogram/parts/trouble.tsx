import { Text, View } from '@tarojs/components'
import type { AnyRefusal } from '../../contract'
import { messages } from '../../contract/messages.zh-CN'
import type { Purpose } from '../../domain/consents/words'
import { aria } from './aria'
import { Button } from './button'
import { go, paths, wayToConsent, wayToList } from './ways'
import './trouble.scss'

type Way = { text: string; onTap: () => void }

/** The step that helps with this very refusal; trying again helps with the rest. */
const wayOn = (code: AnyRefusal, purpose: Purpose | undefined, onRetry: () => void): Way => {
  if (code === 'PIECE_NOT_FOUND') return { text: '看看别的', onTap: () => go(wayToList({})) }
  if (code === 'MEMBERS_ONLY') return { text: '去核对单位', onTap: () => go(paths.unit) }
  if (code === 'CONSENT_NEEDED' && purpose) return { text: '看看说明再决定', onTap: () => go(wayToConsent(purpose)) }
  return { text: '再试一次', onTap: onRetry }
}

/** What happened, what to do, and a way to a person. */
export const Trouble = ({
  code,
  purpose,
  onRetry,
}: {
  code: AnyRefusal
  /** What the person would have to agree to, where that is all that is missing. */
  purpose?: Purpose | undefined
  onRetry: () => void
}) => {
  const { text, onTap } = wayOn(code, purpose, onRetry)
  return (
    <View className="trouble" {...aria({ role: 'alert' })}>
      <Text className="trouble__text">{messages[code]}</Text>
      <Button text={text} kind="primary" onTap={onTap} />
      <Button text="想找人说说，看求助电话" kind="quiet" onTap={() => go(paths.help)} />
    </View>
  )
}

/** Nothing here yet, and what to do about it. */
export const Nothing = ({ text, action, onTap }: { text: string; action?: string; onTap?: () => void }) => (
  <View className="trouble">
    <Text className="trouble__text">{text}</Text>
    {action && onTap ? <Button text={action} onTap={onTap} /> : null}
  </View>
)
