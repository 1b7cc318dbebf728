import { serve } from '../_kit/serve'
import { figures } from './actions/figures'
import { tallies } from './actions/tallies'

export const insights = serve('insights', { tallies, figures })
