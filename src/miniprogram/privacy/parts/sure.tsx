import { Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { aria } from '../../parts/aria'
import { Button } from '../../parts/button'
import { SwitchRow } from '../../parts/switch-row'
import { focusOn } from '../../phone/focus'
import { Buttons, Line, Paper } from './paper'
import './sure.scss'

const inWechat = process.env.TARO_ENV === 'weapp'

export type Chosen = { account: true } | { account: false; titles: string[]; kinds: string[] }

const onPhone = ({ kinds }: { kinds: string[] }) =>
  kinds.includes('favourites') ? '这部手机上的离线内容会一起清除。' : ''

/** The second step: what goes, what comes after, and one more deliberate touch. */
export const Sure = ({ chosen, onYes, onNo }: { chosen: Chosen; onYes: () => void; onNo: () => void }) => {
  const [understood, setUnderstood] = useState(false)
  useEffect(() => focusOn('sure'), [])
  return (
    <View>
      <Text id="sure" className="sure__title" {...aria({ role: 'heading', level: 2 })}>
        {chosen.account ? '全部删除，并注销账户' : `删除：${chosen.titles.join('、')}`}
      </Text>
      <Paper title="会删掉什么">
        {chosen.account ? (
          <>
            <Line>云端存着的、关于您的所有东西，连同账户本身。</Line>
            <Line>
              这部手机上的记录也一起清除：{inWechat ? '' : '这个浏览器的钥匙、'}
              看到哪里、离线内容、没送出的次数、记事页里的字。大字和颜色的选择留着。
            </Line>
          </>
        ) : (
          <Line>
            上面写的{chosen.titles.length > 1 ? '这几类' : '这一类'}，一条不留。别的不动。{onPhone(chosen)}
          </Line>
        )}
      </Paper>
      <Paper title="之后会怎样">
        <Line>删了就找不回来，我们也没有办法替您找回。</Line>
        <Line>为防意外，云端每天留一份备份。旧的备份最多 7 天后也没有了，在那之前谁也不会去打开。</Line>
        <Line>
          您会得到一张回执，写着什么时候删了什么。
          {chosen.account ? '以后再来，就是一位新的访客，随时欢迎。' : ''}
        </Line>
      </Paper>
      <View className="sure__switch">
        <SwitchRow name="我知道删了找不回来" on={understood} onTurn={setUnderstood} />
      </View>
      <Buttons side>
        <Button text="先不删" onTap={onNo} />
        <Button text={chosen.account ? '全部删除' : '现在删除'} kind="primary" disabled={!understood} onTap={onYes} />
      </Buttons>
    </View>
  )
}
