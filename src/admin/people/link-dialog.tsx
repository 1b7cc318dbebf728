import { App, Button, Input, Modal } from 'antd'
import { copyText } from '../shell/copy'
import { shownInstant } from '../shell/time'
import { joinAddress } from './join-address'

export type OneTimeLink = { name: string; code: string; expiresAt: string }

/** The only time the link can be seen: closing is a decision, not a slip of the mouse. */
export const LinkDialog = ({ link, onClose }: { link: OneTimeLink; onClose: () => void }) => {
  const { message } = App.useApp()
  const address = joinAddress(window.location, link.code)
  const copy = async () => {
    if (await copyText(address)) message.success('已复制，请单独发给本人')
    else message.warning('浏览器不允许复制，请选中链接后手动复制')
  }
  return (
    <Modal
      open
      title={`给${link.name}的一次性链接`}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      footer={<Button onClick={onClose}>我已经发给本人了</Button>}
    >
      <div className="stack stack-tight">
        <p>请单独发给本人，打开后可以设自己的密码。链接只能用一次，{shownInstant(link.expiresAt)} 前有效。</p>
        <div className="row">
          <Input aria-label="一次性链接" readOnly value={address} onFocus={(event) => event.target.select()} />
          <Button type="primary" onClick={copy}>
            复制链接
          </Button>
        </div>
        <p className="soft">关闭后不会再显示。丢了也没关系，可以重新生成一个，旧的会马上失效。</p>
      </div>
    </Modal>
  )
}
