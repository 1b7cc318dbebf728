import { serve } from '../_kit/serve'
import { calls } from './actions/calls'
import { cases } from './actions/cases'
import { drills } from './actions/drills'
import { duty } from './actions/duty'
import { shifts } from './actions/shifts'

export const dutyFunction = serve('duty', { duty, calls, shifts, cases, drills })
