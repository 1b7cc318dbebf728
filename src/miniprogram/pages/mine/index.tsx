import { Text, View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import { useState } from 'react'
import { deviceKey } from '../../cloud/device-key'
import { shelf } from '../../cloud/use-reply'
import { useUnread } from '../../notices/unread'
import { Button } from '../../parts/button'
import { Choice } from '../../parts/choice'
import { PageShell } from '../../parts/page-shell'
import { Row, Rows } from '../../parts/row'
import { Section } from '../../parts/section'
import { SwitchRow } from '../../parts/switch-row'
import { go, hideQuickly, paths } from '../../parts/ways'
import { places } from '../../phone/places'
import { prefer, shadeNames, shades, usePreferences } from '../../phone/preferences'
import { takings } from '../../phone/takings'
import { weekdayMinuteOf } from '../../phone/times'
import { knownUnit } from '../../phone/unit'
import { forgetKey, forgetReading } from './forget'
import { useNextBooking } from './next-booking'
import './index.scss'

const inWechat = process.env.TARO_ENV === 'weapp'
const shadeOptions = shades.map((value) => ({ value, text: shadeNames[value] }))

const readStored = () => ({
  places: places().length,
  editions: shelf.summary().editions,
  takings: takings(new Date()).length,
  key: !inWechat && deviceKey.read() !== null,
  unit: knownUnit(),
})

export default function Mine() {
  const { large, shade } = usePreferences()
  const unread = useUnread()
  const next = useNextBooking()
  const [stored, setStored] = useState(readStored)
  const look = () => setStored(readStored())
  useDidShow(look)

  return (
    <PageShell title="我的" tab>
      <Rows>
        <Row name="通知" {...(unread > 0 && { state: `有 ${unread} 条没看` })} onTap={() => go(paths.inbox)} />
        <Row
          name="我的预约"
          {...(next !== null && { state: `下一次：${weekdayMinuteOf(next.from)}` })}
          onTap={() => go(paths.bookings)}
        />
        <Row name="我的活动" hint="报名、票和学时证明" onTap={() => go(paths.myEvents)} />
        <Row name="我的对话" onTap={() => go(paths.chats)} />
        <Row name="收藏" onTap={() => go(paths.favourites)} />
        <Row name="我的结果" hint="做过的自我测评" onTap={() => go(paths.results)} />
        <Row name="我的单位" {...(stored.unit === null ? {} : { state: stored.unit })} onTap={() => go(paths.unit)} />
        <Row name="昵称与代号" onTap={() => go(paths.nickname)} />
        <Row name="隐私中心" hint="谁能看到，怎么保管，什么时候清除" onTap={() => go(paths.centre)} />
      </Rows>

      <Section title="看着舒服些">
        <View className="mine__card">
          <SwitchRow name="大字" hint="文字放大到 1.4 倍" on={large} onTurn={(on) => prefer({ large: on })} />
          <Text className="mine__name">颜色</Text>
          <Choice name="颜色" options={shadeOptions} chosen={shade} onChoose={(chosen) => prefer({ shade: chosen })} />
        </View>
      </Section>

      <Section title="旁边有人时">
        <View className="mine__card">
          <Text className="mine__text">点一下，换成一个普通的记事页，返回键也不会回到刚才的页面。</Text>
          <Button text="快速隐藏" kind="quiet" onTap={hideQuickly} />
        </View>
      </Section>

      <Section title="这部手机上存了什么">
        <View className="mine__card">
          <Text className="mine__text">看到哪里：{stored.places} 篇，只在这部手机上，不会发出去。</Text>
          <Text className="mine__text">离线内容：{stored.editions} 篇，打开过的内容没有网络也能看。</Text>
          <Text className="mine__text">
            没送出的测评：{stored.takings} 份，最多留 14 天。「快速隐藏」不会清掉，点下面的「清除」才会。
          </Text>
          <Text className="mine__text">
            大字和颜色的选择、活动的票、报名时选的岗位，还有记事页里写的字，也只在这部手机上。
          </Text>
          {stored.unit === null ? null : (
            <Text className="mine__text">单位的名称：{stored.unit}，方便在这一页显示。</Text>
          )}
          <Text className="mine__text">
            {inWechat
              ? '收藏、测评结果、预约、活动报名、对话、单位和昵称记在您的微信身份下，换手机也在。'
              : '收藏、测评结果、预约、活动报名、对话、单位和昵称记在这个浏览器里的一把钥匙下。清除浏览器数据或换浏览器，就找不回来了。'}
          </Text>
          <Text className="mine__text">
            内容被看了多少次、看了多久，测评和求助被用了多少次，会不带姓名和身份地汇总成总数，用来知道哪些有用。还没送出的次数先存在这部手机上。
          </Text>
          <Button
            text="清除这部手机上的记录"
            kind="quiet"
            onTap={() => {
              forgetReading().then(look)
            }}
          />
          {stored.key ? (
            <View className="mine__key">
              <Button
                text="忘掉这个浏览器的钥匙"
                kind="quiet"
                onTap={() => {
                  forgetKey().then(look)
                }}
              />
            </View>
          ) : null}
        </View>
      </Section>
    </PageShell>
  )
}
