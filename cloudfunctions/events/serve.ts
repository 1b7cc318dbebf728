import { serve } from '../_kit/serve'
import { doors } from './actions/doors'
import { draws } from './actions/draws'
import { events as everybodys } from './actions/events'
import { liveQuestions } from './actions/live-questions'
import { programme } from './actions/programme'
import { ratings } from './actions/ratings'
import { reports } from './actions/reports'
import { signups } from './actions/signups'
import { teachers } from './actions/teachers'
import { tickets } from './actions/tickets'

export const events = serve('events', {
  signups,
  events: everybodys,
  programme,
  draws,
  tickets,
  doors,
  liveQuestions,
  ratings,
  teachers,
  reports,
})
