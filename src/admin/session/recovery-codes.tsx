import { App, Button, Checkbox } from 'antd'
import { useEffect, useState } from 'react'
import { copyText } from '../shell/copy'

type Props = { login: string; codes: readonly string[]; onKept: () => void }

/** The only time they can be seen: leaving is a decision. */
export const RecoveryCodes = ({ login, codes, onKept }: Props) => {
  const { message } = App.useApp()
  const [kept, setKept] = useState(false)

  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [])

  const copy = async () => {
    if (await copyText(codes.join('\n'))) message.success('已复制，请粘贴到只有您能看到的地方')
    else message.warning('浏览器不允许复制，请打印或抄下来')
  }

  return (
    <div className="stack">
      <p>
        第二道验证已经设好。下面是备用码：手机丢了、换了或没带时，用其中一个代替六位数字登录，每个只能用一次。
        <strong>只显示这一次。</strong>
      </p>
      <div className="recovery">
        <p className="only-printed">心驿工作台 · {login} 的备用码，每个用一次</p>
        <ul aria-label="备用码">
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ul>
      </div>
      <div className="row">
        <Button onClick={copy}>复制</Button>
        <Button onClick={() => window.print()}>打印</Button>
      </div>
      <p className="soft">请不要和密码放在一起，也不要发给别人。管理员不会向您要备用码。</p>
      <Checkbox checked={kept} onChange={(event) => setKept(event.target.checked)}>
        我已保存好
      </Checkbox>
      <Button type="primary" size="large" block disabled={!kept} onClick={onKept}>
        进入工作台
      </Button>
    </div>
  )
}
