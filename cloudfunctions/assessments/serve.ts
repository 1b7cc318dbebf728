import { serve } from '../_kit/serve'
import { instruments } from './actions/instruments'
import { releases } from './actions/releases'
import { results } from './actions/results'
import { surveys } from './actions/surveys'

export const assessments = serve('assessments', { instruments, results, releases, surveys })
