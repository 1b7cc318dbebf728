import { Button, Skeleton } from 'antd'
import { Navigate } from 'react-router'
import { api } from '../cloud/api'
import { RefusalNote } from '../cloud/refusal-note'
import { useRead } from '../cloud/use-read'
import { end, tokenNow, useSession } from './store'
import { Threshold } from './threshold'

const SigningOut = () => {
  const out = useRead('sign-out', async () => {
    const reply = await api.sessions.signOut({})
    if (reply.ok || reply.code === 'SIGN_IN_NEEDED') end()
    return reply
  })
  return (
    <Threshold title="退出登录">
      {out.refusal ? (
        <div className="stack">
          <RefusalNote refusal={out.refusal} onRetry={out.reload} />
          <p className="soft">还没有退出成功。也可以先清除这台电脑上的登录，之后在「我的登录」里结束它。</p>
          <Button onClick={end}>只清除这台电脑上的登录</Button>
        </div>
      ) : (
        <Skeleton active paragraph={{ rows: 2 }} />
      )}
    </Threshold>
  )
}

/** A page of its own, so that leaving for it asks about unsaved work like any other leaving. */
export const SignOutPage = () => {
  useSession()
  return tokenNow() ? <SigningOut /> : <Navigate to="/sign-in" replace />
}
