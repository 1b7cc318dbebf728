import { Text, View } from '@tarojs/components'
import { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect } from 'react'
import { doorCodeAt, secondsLeft } from '../../../domain/tickets/code'
import { aria } from '../../parts/aria'
import { useNow } from '../../parts/use-now'
import { brighten, dim } from '../../phone/brightness'
import { Paper, Quiet } from '../../privacy/parts/paper'
import './door-shown.scss'

const A_SECOND_MS = 1_000

/** Held up at the door, for those who check in by themselves: always dark on white. */
export const DoorShown = ({ doorKey }: { doorKey: string }) => {
  const now = useNow(A_SECOND_MS)
  const code = doorCodeAt(doorKey, now)
  useEffect(() => {
    brighten()
    return dim
  }, [])
  useDidShow(brighten)
  useDidHide(dim)
  return (
    <>
      <View className="door-shown">
        <Text className="door-shown__code" {...aria({ role: 'img', label: `号码 ${Array.from(code).join(' ')}` })}>
          {code.slice(0, 3)} {code.slice(3)}
        </Text>
        <Text className="door-shown__left">{secondsLeft(now)} 秒后换新的</Text>
      </View>
      <Paper>
        <Quiet>举在门口，来的人在「我的票」里输入这六位数字，就自己签到了。他们需要网络，这部手机不需要。</Quiet>
      </Paper>
    </>
  )
}
