import { rollUpTallies } from './roll-up-tallies'

export const insightsJobs = [rollUpTallies]
