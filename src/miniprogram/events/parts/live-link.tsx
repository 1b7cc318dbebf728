import Taro from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '../../parts/button'
import { Buttons, Line, Notice, Paper } from '../../privacy/parts/paper'

const inWechat = process.env.TARO_ENV === 'weapp'

/** WeChat opens no page of somebody else's: there the link is copied, and opened where it leads. */
export const LiveLink = ({ link }: { link: string }) => {
  const [said, setSaid] = useState<string | null>(null)
  const open = async () => {
    if (!inWechat) {
      window.open(link, '_blank', 'noopener')
      return
    }
    const copied = await Taro.setClipboardData({ data: link }).then(
      () => true,
      () => false,
    )
    setSaid(copied ? '复制好了，在手机浏览器里粘贴打开。' : '没有复制成，请长按下面的链接自己复制。')
  }
  return (
    <Paper title="直播在这里看">
      <Line>{link}</Line>
      <Notice text={said} />
      <Buttons>
        <Button text={inWechat ? '复制链接' : '打开直播'} kind="primary" onTap={() => void open()} />
      </Buttons>
    </Paper>
  )
}
