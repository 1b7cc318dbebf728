import { Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import type { NoticeKind } from '../../domain/notices/words'
import { isStranger } from '../cloud/stranger'
import { aria } from '../parts/aria'
import { Button } from '../parts/button'
import { askToRemind, mayRemind, prepareToRemind } from './ask-to-remind'
import './reminder-button.scss'

const inWechat = process.env.TARO_ENV === 'weapp'

/** Only where WeChat can be asked; elsewhere the inbox alone says it, and nothing stands here. */
export const ReminderButton = ({ kinds, text }: { kinds: readonly NoticeKind[]; text: string }) => {
  const [may, setMay] = useState(() => inWechat && mayRemind(kinds))
  const [said, setSaid] = useState<string | null>(null)
  const [first] = useState(kinds)
  useEffect(() => {
    if (inWechat && !isStranger()) void prepareToRemind().then(() => setMay(mayRemind(first)))
  }, [first])
  if (!may) return null
  const asked = async () => {
    const allowed = await askToRemind(kinds)
    setSaid(allowed > 0 ? '好的，到时微信里会提醒您一次。' : '没有打开微信提醒。小程序「我的 → 通知」里照样看得到。')
  }
  return (
    <View className="reminder-button">
      {said === null ? (
        <Button text={text} onTap={() => void asked()} />
      ) : (
        <Text className="reminder-button__said" {...aria({ role: 'status' })}>
          {said}
        </Text>
      )}
    </View>
  )
}
