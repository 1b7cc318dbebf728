import type { Database } from '../../cloudfunctions/_kit/database'
import { assessmentsJobs } from '../../cloudfunctions/assessments/jobs'
import type { Api } from '../../src/contract/client'
import { currentVersion } from '../../src/domain/consents/texts'
import type { Answers } from '../../src/domain/instruments/answers'
import type { Surveyable } from '../../src/domain/instruments/surveyable'
import { daysLater, minutesLater } from '../../src/domain/time'
import { growBranches } from '../house/branches'
import { dataOf } from '../house/data-of'
import { type House, openHouse } from '../house/open-house'
import { allAnswered, offer } from '../house/taking'

export const START = '2026-03-10T02:00:00.000Z'
/** WHO-5, every item the same: the best, the middle and the hardest. */
export const [good, low, hard] = [1, 3, 5].map((option) => allAnswered('who5', option)) as [Answers, Answers, Answers]

export const countSurveys = assessmentsJobs.find(({ name }) => name === 'count-surveys')
if (!countSurveys) throw new Error('the clock counts no surveys')

let number = 0
export const surveyId = () => `survey${String(++number).padStart(12, '0')}`

export async function town() {
  const house = await openHouse(START)
  const wang = await house.staff('wangjianguo', '王建国', 'manager')
  await offer(house, 'who5', 'k6', 'cbi')
  const branches = await growBranches(wang)
  return { house, wang, branches }
}
export type Town = Awaited<ReturnType<typeof town>>

/** Back to the day it began; a manager of today, for sessions do not live as long as surveys. */
export async function anew(here: Town) {
  here.house.clock.set(START)
  here.wang = await here.house.staff(`manager${++number}`, '王建国', 'manager')
}

export async function join({ house, wang }: Town, branchId: string, names: readonly string[]) {
  const { code } = dataOf(await wang.branches.newCode({ branchId, days: 30 }))
  const joined: Api[] = []
  for (const name of names) {
    const api = house.employee(name)
    dataOf(await api.membership.proveByCode({ code }))
    dataOf(await api.consents.give({ purpose: 'figures', version: currentVersion('figures') }))
    joined.push(api)
  }
  return joined
}

export const nth = (all: readonly Api[], at: number): Api => {
  const found = all[at]
  if (!found) throw new Error('nobody there')
  return found
}

export const people = (where: string, count: number) => Array.from({ length: count }, (_, at) => `${where}${at + 1}`)

export async function ask({ house, wang }: Town, branchId: string, instrumentId: Surveyable = 'who5') {
  const id = surveyId()
  const from = house.clock.now().toISOString()
  const until = daysLater(house.clock.now(), 7).toISOString()
  dataOf(await wang.surveys.create({ surveyId: id, branchId, instrumentId, from, until }))
  return id
}

export const answer = (api: Api, id: string, answers: Answers) =>
  api.surveys.submit({ surveyId: id, answers, adult: true })

let endings = 0
/** The window ends, and the clock counts and clears. */
export async function end(here: Town) {
  await anew(here)
  // Later each time, for the clock takes no turn twice.
  here.house.clock.set(minutesLater(daysLater(new Date(START), 7), 20 * ++endings).toISOString())
  here.wang = await here.house.staff(`manager${++number}`, '王建国', 'manager')
  for (let minutes = 0; minutes < 9; minutes += 3) {
    await here.house.tick()
    here.house.clock.forward(3)
  }
}

export const run = (house: House, database: Database) =>
  countSurveys.run({ database, files: house.files, keys: house.keys, now: house.clock.now(), timeLeft: () => true })
