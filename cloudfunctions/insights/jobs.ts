import { countBranches } from './count-branches'
import { rollUpCounselling } from './roll-up-counselling'
import { rollUpEvents } from './roll-up-events'
import { rollUpTallies } from './roll-up-tallies'
import { rollUpUses } from './roll-up-uses'

export const insightsJobs = [rollUpTallies, rollUpUses, rollUpCounselling, rollUpEvents, countBranches]
