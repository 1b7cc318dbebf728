import { Button } from 'antd'
import type { useSound } from './use-sound'

type Props = ReturnType<typeof useSound> & { of?: string }

/** Says how it is in words: a switch alone would claim a sound that the browser still holds back. */
export const SoundSwitch = ({ sound, turnOn, turnOff, of = '请求' }: Props) => (
  <div className="row">
    <span className="soft">
      {sound === 'on' && `有新的${of}会响一声`}
      {sound === 'off' && '提示音没有打开'}
      {sound === 'waits' && '浏览器要您先点一下页面，才允许出声'}
    </span>
    {sound === 'on' ? (
      <Button onClick={turnOff}>关闭提示音</Button>
    ) : (
      <Button type="primary" onClick={turnOn}>
        打开提示音
      </Button>
    )}
  </div>
)
