import { App, Button, Form, Input, QRCode, Skeleton } from 'antd'
import { useState } from 'react'
import { api } from '../cloud/api'
import { RefusalNote } from '../cloud/refusal-note'
import { useAction } from '../cloud/use-action'
import { useRead } from '../cloud/use-read'
import { copyText } from '../shell/copy'
import { RecoveryCodes } from './recovery-codes'
import { inFours, isSixDigits, secondCode } from './second-code'
import { begin, end, type Me, tokenNow } from './store'
import { Threshold } from './threshold'

type Fields = { code: string }
type Props = { secret: string; uri: string; onSet: (codes: string[]) => void }

const Pairing = ({ secret, uri, onSet }: Props) => {
  const { message } = App.useApp()
  const [form] = Form.useForm<Fields>()
  const confirm = useAction(api.secondFactor.confirm)

  const submit = async ({ code }: Fields) => {
    const reply = await confirm.run({ code: secondCode(code) })
    if (reply.ok) onSet(reply.data.recoveryCodes)
    else form.resetFields(['code'])
  }
  const copy = async () => {
    if (await copyText(secret)) message.success('已复制')
    else message.warning('浏览器不允许复制，请照着输入')
  }

  return (
    <ol className="steps">
      <li>
        <h2>打开手机上的验证器</h2>
        <p className="soft">
          任何一种验证器都可以：手机自带的密码或验证码功能、微信小程序「腾讯身份验证器」，或您已经在用的。没有网络也能用。
        </p>
      </li>
      <li>
        <h2>扫这个二维码</h2>
        <div className="pairing">
          <QRCode
            value={uri}
            size={176}
            color="#22302c"
            bgColor="#ffffff"
            errorLevel="M"
            aria-label="第二道验证的二维码"
          />
          <div className="stack stack-tight">
            <p className="soft">扫不了时，在验证器里选「手动输入」，账号随意填，密钥填：</p>
            <code className="secret">{inFours(secret)}</code>
            <div>
              <Button size="small" onClick={copy}>
                复制密钥
              </Button>
            </div>
            <p className="soft">密钥只在这里显示，请不要截图发给别人。</p>
          </div>
        </div>
      </li>
      <li>
        <h2>填验证器现在显示的数字</h2>
        <Form<Fields> form={form} layout="vertical" requiredMark={false} onFinish={submit}>
          <Form.Item
            name="code"
            label="六位数字"
            extra="每 30 秒换一组，用还没变的那一组"
            validateTrigger="onSubmit"
            rules={[
              {
                validator: (_, typed: string = '') =>
                  isSixDigits(secondCode(typed)) ? Promise.resolve() : Promise.reject(new Error('请输入六位数字')),
              },
            ]}
          >
            <Input
              size="large"
              className="code-input"
              inputMode="numeric"
              autoComplete="one-time-code"
              maxLength={12}
            />
          </Form.Item>
          <div className="stack stack-tight">
            <RefusalNote refusal={confirm.refusal} />
            {confirm.refusal?.code === 'SET_UP_AGAIN' && <Button onClick={end}>重新登录</Button>}
            <Button type="primary" size="large" htmlType="submit" block loading={confirm.busy}>
              设好第二道验证
            </Button>
          </div>
        </Form>
      </li>
    </ol>
  )
}

/** Before anything else opens: whoever can see or change much about people signs in with more than a password. */
export const SetUpPage = ({ me }: { me: Me }) => {
  const fresh = useRead('second-factor', () => api.secondFactor.begin({}))
  const [codes, setCodes] = useState<string[] | null>(null)

  const enter = () => {
    const token = tokenNow()
    if (token) begin(token)
  }

  if (codes)
    return (
      <Threshold title="保存备用码" wide>
        <RecoveryCodes login={me.login} codes={codes} onKept={enter} />
      </Threshold>
    )
  return (
    <Threshold title={`${me.name}，还差一步`} wide>
      <p>
        您的角色能看到或改动与人有关的信息，所以除了密码，登录时还要填手机验证器上的六位数字。设置一次，大约两分钟。
      </p>
      <RefusalNote
        refusal={fresh.refusal}
        onRetry={fresh.refusal?.code === 'SET_UP_AGAIN' ? undefined : fresh.reload}
      />
      {fresh.loading && <Skeleton active paragraph={{ rows: 6 }} />}
      {fresh.data && <Pairing key={fresh.data.secret} {...fresh.data} onSet={setCodes} />}
      <Button type="link" onClick={end}>
        先不设置，回到登录
      </Button>
    </Threshold>
  )
}
