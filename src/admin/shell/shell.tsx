import {
  ApartmentOutlined,
  AuditOutlined,
  BarChartOutlined,
  BookOutlined,
  CalendarOutlined,
  CheckSquareOutlined,
  CustomerServiceOutlined,
  FieldTimeOutlined,
  FileTextOutlined,
  FlagOutlined,
  FormOutlined,
  IdcardOutlined,
  LogoutOutlined,
  MessageOutlined,
  PhoneOutlined,
  ReadOutlined,
  SafetyOutlined,
  SolutionOutlined,
  TeamOutlined,
} from '@ant-design/icons'
import { Button, Result } from 'antd'
import { type ReactNode, Suspense } from 'react'
import { Link, Navigate, NavLink, Outlet, useLocation } from 'react-router'
import { roleNames } from '../../domain/staff/words'
import { OverdueWishes } from '../counselling/overdue-wishes'
import { WishesCount } from '../counselling/wishes-count'
import type { Me } from '../session/store'
import { Gate } from './gate'
import { mayEnter, placesFor, saysOverdue } from './navigation'
import { NoPageYet } from './no-page-yet'
import { Waiting } from './waiting'
import './shell.css'
import './standing.css'

const icons: Record<string, ReactNode> = {
  '/duty': <PhoneOutlined aria-hidden />,
  '/counselling': <CalendarOutlined aria-hidden />,
  '/workbench': <MessageOutlined aria-hidden />,
  '/records': <BookOutlined aria-hidden />,
  '/counsellors': <SolutionOutlined aria-hidden />,
  '/wishes': <FieldTimeOutlined aria-hidden />,
  '/hotlines': <CustomerServiceOutlined aria-hidden />,
  '/answering': <FormOutlined aria-hidden />,
  '/releases': <CheckSquareOutlined aria-hidden />,
  '/library': <FileTextOutlined aria-hidden />,
  '/insights': <BarChartOutlined aria-hidden />,
  '/people': <TeamOutlined aria-hidden />,
  '/branches': <ApartmentOutlined aria-hidden />,
  '/unsealings': <IdcardOutlined aria-hidden />,
  '/events': <FlagOutlined aria-hidden />,
  '/teachers': <ReadOutlined aria-hidden />,
  '/audit': <AuditOutlined aria-hidden />,
}

const Room = ({ me }: { me: Me }) => {
  const { pathname } = useLocation()
  const first = placesFor(me.roles)[0]
  if (pathname === '/' && first) return <Navigate to={first.path} replace />
  if (pathname === '/my-sessions' || mayEnter(pathname, me.roles))
    return (
      <>
        {saysOverdue(pathname, me.roles) && <OverdueWishes answering={pathname === '/wishes'} />}
        <Outlet />
      </>
    )
  if (!first) return <NoPageYet name={me.name} />
  return (
    <Result
      status="info"
      title="这个页面不在您的权限内，或者没有这个页面"
      subTitle="如需要这项权限，请联系本单位的管理员。"
      extra={
        <Link to={first.path}>
          <Button type="primary">回到{first.name}</Button>
        </Link>
      }
    />
  )
}

const Frame = ({ me }: { me: Me }) => (
  <div className="shell">
    <aside className="shell-side">
      <p className="shell-brand">心驿工作台</p>
      <nav aria-label="主导航">
        {placesFor(me.roles).map((place) => (
          <NavLink key={place.path} to={place.path} className="shell-link">
            {icons[place.path]}
            {place.name}
            {place.path === '/wishes' && <WishesCount />}
          </NavLink>
        ))}
      </nav>
      <div className="shell-me">
        <p className="shell-name">{me.name}</p>
        <p className="soft">{me.roles.map((role) => roleNames[role]).join('、')}</p>
        <NavLink to="/my-sessions" className="shell-link">
          <SafetyOutlined aria-hidden />
          我的登录
        </NavLink>
        <Link to="/sign-out" className="shell-link">
          <LogoutOutlined aria-hidden />
          退出登录
        </Link>
      </div>
    </aside>
    <main className="shell-main" id="main">
      <Suspense fallback={<Waiting />}>
        <Room me={me} />
      </Suspense>
    </main>
  </div>
)

export const Shell = () => <Gate>{(me) => <Frame me={me} />}</Gate>
