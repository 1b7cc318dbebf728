import { Button, Modal } from 'antd'
import { SignInForm } from './sign-in-form'
import { end, type Me } from './store'

/** Over the open page, so that nothing written on it is lost. */
export const SignInDialog = ({ me }: { me: Me }) => (
  <Modal
    open
    title="登录已过期，请重新登录"
    closable={false}
    keyboard={false}
    mask={{ closable: false }}
    footer={null}
    width={420}
  >
    <div className="stack">
      <p className="soft">{me.name}，您正在做的内容还在这一页，登录后接着做。</p>
      <SignInForm login={me.login} />
      <Button type="link" onClick={end}>
        换一个账号登录（这一页没有保存的内容会丢失）
      </Button>
    </div>
  </Modal>
)
