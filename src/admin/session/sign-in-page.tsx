import { Navigate, useSearchParams } from 'react-router'
import { SignInForm } from './sign-in-form'
import { useSession } from './store'
import { Threshold } from './threshold'

export const SignInPage = () => {
  const session = useSession()
  const [search] = useSearchParams()
  const from = search.get('from') ?? '/'
  if (session.state === 'in' || session.state === 'checking')
    return <Navigate to={from.startsWith('/') && !from.startsWith('//') ? from : '/'} replace />

  return (
    <Threshold title="登录">
      <SignInForm />
      <p className="soft">忘记密码或还没有账号，请联系本单位的管理员，由管理员发给您一个一次性链接。</p>
    </Threshold>
  )
}
