import { serve } from '../_kit/serve'
import { figures } from './actions/figures'
import { tallies } from './actions/tallies'
import { uses } from './actions/uses'

export const insights = serve('insights', { tallies, figures, uses })
