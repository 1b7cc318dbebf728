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

const BranchesPage = lazy(() => import('./branches/branches-page').then((page) => ({ default: page.BranchesPage })))
const ImportsPage = lazy(() => import('./branches/import/imports-page').then((page) => ({ default: page.ImportsPage })))
const UnsealingsPage = lazy(() =>
  import('./unsealings/unsealings-page').then((page) => ({ default: page.UnsealingsPage })),
)
const DutyPage = lazy(() => import('./duty/duty-page').then((page) => ({ default: page.DutyPage })))
const HotlinesPage = lazy(() => import('./hotlines/hotlines-page').then((page) => ({ default: page.HotlinesPage })))
const AnsweringPage = lazy(() => import('./hotlines/answering-page').then((page) => ({ default: page.AnsweringPage })))
const ReleasesPage = lazy(() => import('./releases/releases-page').then((page) => ({ default: page.ReleasesPage })))
const SurveysPage = lazy(() => import('./surveys/surveys-page').then((page) => ({ default: page.SurveysPage })))
const SurveyPage = lazy(() => import('./surveys/survey-page').then((page) => ({ default: page.SurveyPage })))
const CounsellingPage = lazy(() =>
  import('./counselling/counselling-page').then((page) => ({ default: page.CounsellingPage })),
)
const CounsellorsPage = lazy(() =>
  import('./counselling/counsellors-page').then((page) => ({ default: page.CounsellorsPage })),
)
const WorkbenchPage = lazy(() => import('./workbench/workbench-page').then((page) => ({ default: page.WorkbenchPage })))
const WishesPage = lazy(() => import('./counselling/wishes-page').then((page) => ({ default: page.WishesPage })))
const RecordsPage = lazy(() => import('./records/records-page').then((page) => ({ default: page.RecordsPage })))
const EventsPage = lazy(() => import('./events/events-page').then((page) => ({ default: page.EventsPage })))
const EventPage = lazy(() => import('./events/event-page').then((page) => ({ default: page.EventPage })))
const TeachersPage = lazy(() => import('./teachers/teachers-page').then((page) => ({ default: page.TeachersPage })))
const AuditPage = lazy(() => import('./audit/audit-page').then((page) => ({ default: page.AuditPage })))

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
          { path: '/branches', element: <BranchesPage /> },
          { path: '/branches/import', element: <ImportsPage /> },
          { path: '/unsealings', element: <UnsealingsPage /> },
          { path: '/duty', element: <DutyPage /> },
          { path: '/hotlines', element: <HotlinesPage /> },
          { path: '/answering', element: <AnsweringPage /> },
          { path: '/releases', element: <ReleasesPage /> },
          { path: '/surveys', element: <SurveysPage /> },
          { path: '/surveys/:surveyId', element: <SurveyPage /> },
          { path: '/counselling', element: <CounsellingPage /> },
          { path: '/counsellors', element: <CounsellorsPage /> },
          { path: '/wishes', element: <WishesPage /> },
          { path: '/workbench', element: <WorkbenchPage /> },
          { path: '/records', element: <RecordsPage /> },
          { path: '/events', element: <EventsPage /> },
          { path: '/events/:eventId', element: <EventPage /> },
          { path: '/teachers', element: <TeachersPage /> },
          { path: '/audit', element: <AuditPage /> },
          { path: '/my-sessions', element: <MySessionsPage /> },
          { path: '*', element: null },
        ],
      },
    ],
  },
])
