import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { api } from '../cloud/api'
import { RefusalNote } from '../cloud/refusal-note'
import { useAction } from '../cloud/use-action'
import { CodeField } from './code-field'
import { secondCode } from './second-code'
import { begin } from './store'

type Fields = { login: string; password: string; code?: string }

/** `login` given: the one who was here signs in again, so that the open page stays theirs. */
export const SignInForm = ({ login }: { login?: string }) => {
  const [form] = Form.useForm<Fields>()
  const signIn = useAction(api.sessions.signIn)
  const [asksCode, setAsksCode] = useState(false)

  const submit = async ({ login: typed, password, code }: Fields) => {
    const reply = await signIn.run({
      login: typed.trim().toLowerCase(),
      password,
      ...(asksCode && code ? { code: secondCode(code) } : {}),
    })
    if (reply.ok) return begin(reply.data.token)
    if (reply.code === 'CODE_NEEDED') {
      signIn.clear()
      setAsksCode(true)
    } else if (reply.code === 'WRONG_CODE') form.resetFields(['code'])
    else if (reply.code === 'WRONG_LOGIN') {
      form.resetFields(['password', 'code'])
      setAsksCode(false)
    }
  }

  const back = () => {
    form.resetFields(['code'])
    signIn.clear()
    setAsksCode(false)
  }

  return (
    <Form form={form} layout="vertical" requiredMark={false} onFinish={submit} initialValues={{ login }}>
      <div hidden={asksCode}>
        <Form.Item
          name="login"
          label="账号"
          rules={[
            { required: true, message: '请填写账号' },
            { pattern: /^\s*[A-Za-z0-9][A-Za-z0-9._-]{1,31}\s*$/, message: '账号是 2 到 32 位字母、数字、点、横线' },
          ]}
        >
          <Input size="large" autoComplete="username" autoFocus={!login} readOnly={Boolean(login)} />
        </Form.Item>
        <Form.Item name="password" label="密码" rules={[{ required: true, message: '请填写密码' }]}>
          <Input.Password size="large" autoComplete="current-password" autoFocus={Boolean(login)} maxLength={200} />
        </Form.Item>
      </div>
      {asksCode && <CodeField onKindChange={() => form.resetFields(['code'])} />}
      <div className="stack">
        <RefusalNote refusal={signIn.refusal} />
        <Button type="primary" size="large" htmlType="submit" block loading={signIn.busy}>
          登录
        </Button>
        {asksCode && (
          <Button type="link" onClick={back}>
            回到账号和密码
          </Button>
        )}
      </div>
    </Form>
  )
}
