import { serve } from '../_kit/serve'
import { calls } from './actions/calls'
import { duty } from './actions/duty'
import { shifts } from './actions/shifts'

export const dutyFunction = serve('duty', { duty, calls, shifts })
