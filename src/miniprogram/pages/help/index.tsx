import { Text, View } from '@tarojs/components'
import { aria, tappable } from '../../parts/aria'
import { Button } from '../../parts/button'
import { dial } from '../../parts/dial'
import { Icon } from '../../parts/icon'
import { PageShell } from '../../parts/page-shell'
import { go, hideQuickly, paths } from '../../parts/ways'
import './index.scss'

/** 12356: the national number of the National Health Commission, in use everywhere since May 2025. */
const lines = [
  {
    number: '12356',
    name: '全国统一心理援助热线',
    when: '心里难受、睡不着、想找人说说时拨打。由各地的专业机构接听，接听时间各地不完全一样，一时没接通可以过一会儿再拨。',
  },
  {
    number: '120',
    name: '急救',
    when: '有人受伤、服药过量，或者身体情况危急时拨打。全天有人接听。',
  },
  {
    number: '110',
    name: '报警',
    when: '您或身边的人正处在危险中，需要马上有人到场时拨打。全天有人接听。',
  },
] as const

export default function Help() {
  return (
    <PageShell title="求助电话" help={false}>
      <Text className="help__lead">难受的时候，可以先打一个电话。</Text>
      <Text className="help__note">拨打不需要登录，这里不记录您打过哪个电话。没有网络也能打。</Text>

      {lines.map(({ number, name, when }) => (
        <View key={number} className="help__line">
          <Text className="help__name" {...aria({ role: 'heading', level: 2 })}>
            {name}
          </Text>
          <Text className="help__when">{when}</Text>
          <View className="help__call" {...tappable(() => dial(number), { label: `拨打 ${number}，${name}` })}>
            <Icon name="phone" />
            <Text>拨打 {number}</Text>
          </View>
        </View>
      ))}

      <View className="help__beside">
        <Text className="help__name" {...aria({ role: 'heading', level: 2 })}>
          等待的时候
        </Text>
        <Text className="help__when">
          请一位您信得过的人陪在身边。把可能伤到自己的东西放远一些，换到有人的地方坐一会儿。
        </Text>
        <Button text="跟着圆圈慢慢呼吸" onTap={() => go(paths.breathing)} />
      </View>

      <Button text="快速隐藏" label="快速隐藏，换成一个普通的记事页" kind="quiet" onTap={hideQuickly} />
    </PageShell>
  )
}
