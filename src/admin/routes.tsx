import { lazy } from 'react'
import { createHashRouter } from 'react-router'
import { JoinPage } from './session/join-page'
import { MySessionsPage } from './session/my-sessions-page'
import { SignInPage } from './session/sign-in-page'
import { SignOutPage } from './session/sign-out-page'
import { FaultPage } from './shell/fault-page'
import { Shell } from './shell/shell'

const DeskPage = lazy(() => import('./library/desk-page').then((page) => ({ default: page.DeskPage })))
const PiecePage = lazy(() => import('./library/piece/piece-page').then((page) => ({ default: page.PiecePage })))
const InsightsPage = lazy(() => import('./insights/insights-page').then((page) => ({ default: page.InsightsPage })))
const PeoplePage = lazy(() => import('./people/people-page').then((page) => ({ default: page.PeoplePage })))

export const router = createHashRouter([
  {
    errorElement: <FaultPage />,
    children: [
      { path: '/sign-in', element: <SignInPage /> },
      { path: '/sign-out', element: <SignOutPage /> },
      { path: '/join/:code', element: <JoinPage /> },
      {
        element: <Shell />,
        children: [
          { path: '/', element: null },
          { path: '/library', element: <DeskPage /> },
          { path: '/library/:pieceId', element: <PiecePage /> },
          { path: '/insights', element: <InsightsPage /> },
          { path: '/people', element: <PeoplePage /> },
          { path: '/my-sessions', element: <MySessionsPage /> },
          { path: '*', element: null },
        ],
      },
    ],
  },
])
