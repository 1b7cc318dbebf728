import { Button } from 'antd'
import { Fragment, lazy, type ReactNode, Suspense } from 'react'
import { Navigate, useLocation } from 'react-router'
import { api } from '../cloud/api'
import { RefusalNote } from '../cloud/refusal-note'
import { useRead } from '../cloud/use-read'
import { SignInDialog } from '../session/sign-in-dialog'
import { end, type Me, recognise, useSession } from '../session/store'
import { Threshold } from '../session/threshold'
import { Waiting } from './waiting'

const SetUpPage = lazy(() => import('../session/set-up-page').then((page) => ({ default: page.SetUpPage })))

const Recognising = ({ token, quiet }: { token: string; quiet: boolean }) => {
  const me = useRead(token, async () => {
    const reply = await api.sessions.me({})
    if (reply.ok) recognise(token, reply.data)
    return reply
  })
  if (me.refusal && me.refusal.code !== 'SIGN_IN_NEEDED')
    return (
      <Threshold title="没有读到您的登录">
        <RefusalNote refusal={me.refusal} onRetry={me.reload} />
        <Button onClick={end}>重新登录</Button>
      </Threshold>
    )
  return quiet ? null : (
    <main className="gate-waiting">
      <Waiting />
    </main>
  )
}

/** Lets in only those who are signed in; when a session ends, the page below stays until its owner is back. */
export const Gate = ({ children }: { children: (me: Me) => ReactNode }) => {
  const session = useSession()
  const { pathname, search } = useLocation()
  if (session.state === 'none') {
    const from = `${pathname}${search}`
    return <Navigate to={from === '/' ? '/sign-in' : `/sign-in?from=${encodeURIComponent(from)}`} replace />
  }
  return (
    <>
      {session.state === 'checking' && <Recognising token={session.token} quiet={session.me !== null} />}
      {session.state === 'expired' && <SignInDialog me={session.me} />}
      {session.state === 'in' && session.me.joining && (
        <Suspense fallback={<Waiting />}>
          <SetUpPage me={session.me} />
        </Suspense>
      )}
      {session.me && !session.me.joining && <Fragment key={session.me.staffId}>{children(session.me)}</Fragment>}
    </>
  )
}
