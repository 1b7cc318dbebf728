import { rollUpTallies } from './roll-up-tallies'
import { rollUpUses } from './roll-up-uses'

export const insightsJobs = [rollUpTallies, rollUpUses]
