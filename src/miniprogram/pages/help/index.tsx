import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useEffect } from 'react'
import { instrumentIds } from '../../../domain/instruments/instrument'
import { countUse } from '../../counting/count-use'
import { CallBack } from '../../help/call-back'
import { DialLine } from '../../help/dial-line'
import { lines } from '../../help/lines'
import { SafeNow } from '../../help/safe-now'
import { aria } from '../../parts/aria'
import { Button } from '../../parts/button'
import { PageShell } from '../../parts/page-shell'
import { go, goBack, goInstead, paths, wayToTaking } from '../../parts/ways'
import '../../help/help.scss'

const opening = {
  entry: {
    lead: '难受的时候，可以先打一个电话。',
    note: '不用登录，没有网络也能打。',
  },
  answer: {
    lead: '谢谢您如实回答。',
    note: '心里难受到会这样想，不是您的错。先在这里停一停，下面的电话都可以直接打。您的回答没有告诉任何人。',
  },
} as const

/** Needs nothing but this phone to be painted: what the network knows is added afterwards. */
export default function Help() {
  const { params } = useRouter()
  const from = params.from === 'answer' ? 'answer' : 'entry'
  const under = instrumentIds.find((id) => id === params.of)
  const { lead, note } = opening[from]
  useEffect(() => countUse(from === 'answer' ? 'help.shown' : 'help.opened'), [from])

  return (
    <PageShell title="求助电话" help={false} hide>
      <Text className="help__lead" {...aria({ role: 'heading', level: 2 })}>
        {lead}
      </Text>
      <Text className="help__note">{note}</Text>

      <SafeNow />
      {lines.map((line) => (
        <DialLine key={line.number} line={line} />
      ))}
      <Text className="help__note">每个号码被点了多少次会合在一起数，不知道是谁点的，也不知道有没有打通。</Text>

      <CallBack />

      <View className="help__card">
        <Text className="help__name" {...aria({ role: 'heading', level: 2 })}>
          等待的时候
        </Text>
        <Text className="help__when">
          请一位您信得过的人陪在身边。把可能伤到自己的东西放远一些，换到有人的地方坐一会儿。
        </Text>
        <Button text="跟着圆圈慢慢呼吸" onTap={() => go(paths.breathing)} />
      </View>

      {from === 'answer' ? (
        <View className="help__on">
          <Text className="help__quiet">接着回答或者先停下都可以。已经答过的只留在这部手机上，以后还能接着答。</Text>
          <Button text="继续回答" onTap={under ? () => goInstead(wayToTaking(under)) : goBack} />
          <Button text="今天先到这里" onTap={() => go(paths.home)} />
        </View>
      ) : null}
    </PageShell>
  )
}
