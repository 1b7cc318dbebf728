import { Button, Form, Input, Skeleton } from 'antd'
import { Link, Navigate, useNavigate, useParams } from 'react-router'
import { SHORTEST_PASSWORD } from '../../domain/staff/password'
import { api } from '../cloud/api'
import { RefusalNote } from '../cloud/refusal-note'
import { useAction } from '../cloud/use-action'
import { useRead } from '../cloud/use-read'
import { passwordProblem } from './password'
import { begin } from './store'
import { Threshold } from './threshold'

type Fields = { password: string; again: string }

const ChoosePassword = ({ code, login }: { code: string; login: string }) => {
  const accept = useAction(api.invitations.accept)
  const navigate = useNavigate()

  const submit = async ({ password }: Fields) => {
    const reply = await accept.run({ code, password })
    if (!reply.ok) return
    begin(reply.data.token)
    navigate('/', { replace: true })
  }

  return (
    <Form<Fields> layout="vertical" requiredMark={false} onFinish={submit}>
      <Form.Item label="账号">
        <Input size="large" value={login} readOnly autoComplete="username" aria-label="账号" />
      </Form.Item>
      <Form.Item
        name="password"
        label="设一个密码"
        extra={`至少 ${SHORTEST_PASSWORD} 位，不包含账号，不用太常见的；几个不相干的词连起来既好记又安全`}
        validateTrigger="onBlur"
        rules={[
          {
            validator: (_, value: string = '') => {
              const problem = passwordProblem(value, login)
              return problem ? Promise.reject(new Error(problem)) : Promise.resolve()
            },
          },
        ]}
      >
        <Input.Password size="large" autoComplete="new-password" autoFocus maxLength={200} />
      </Form.Item>
      <Form.Item
        name="again"
        label="再输一次"
        dependencies={['password']}
        validateTrigger="onBlur"
        rules={[
          ({ getFieldValue }) => ({
            validator: (_, value: string = '') =>
              value === getFieldValue('password') ? Promise.resolve() : Promise.reject(new Error('两次输入的不一样')),
          }),
        ]}
      >
        <Input.Password size="large" autoComplete="new-password" maxLength={200} />
      </Form.Item>
      <div className="stack">
        <RefusalNote refusal={accept.refusal} />
        <Button type="primary" size="large" htmlType="submit" block loading={accept.busy}>
          设好密码并登录
        </Button>
      </div>
    </Form>
  )
}

export const JoinPage = () => {
  const code = useParams().code ?? ''
  const invitation = useRead(code, () => api.invitations.open({ code }))
  if (!code) return <Navigate to="/sign-in" replace />

  return (
    <Threshold title={invitation.data ? `${invitation.data.name}，您好` : '加入'}>
      {invitation.loading && <Skeleton active paragraph={{ rows: 4 }} />}
      {invitation.refusal && (
        <div className="stack">
          <RefusalNote
            refusal={invitation.refusal}
            onRetry={invitation.refusal.code === 'INVITATION_NOT_VALID' ? undefined : invitation.reload}
          />
          <Link to="/sign-in">已经设过密码，去登录</Link>
        </div>
      )}
      {invitation.data && <ChoosePassword code={code} login={invitation.data.login} />}
    </Threshold>
  )
}
