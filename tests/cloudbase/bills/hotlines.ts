import type { Api } from '../../../src/contract/client'
import { CITY } from '../../../src/domain/branches/words'
import { daysLater, hourOf, minutesLater, monthOf } from '../../../src/domain/time'
import type { CloudHouse } from '../../house/cloud-house'
import { aLine, anInstitution, newBillId, newId } from '../../house/hotlines'
import type { Billed } from './meter'

/** A line from its entry in the list to its last call, as it is answered and as it is billed. */
export async function hotlinesStory(house: CloudHouse, billed: Billed, wang: Api) {
  const he = (await house.signedIn('heyun', '何云', 'counsellor')).api
  const startedAt = minutesLater(new Date(), -30)
  const yesterday = daysLater(new Date(), -1)
  const month = monthOf(yesterday)
  const institutionId = newId()
  const lineId = newId()
  const institution = { institutionId, branchId: CITY, revision: 0, ...anInstitution }
  await billed('hotlines.saveInstitution', wang.hotlines.saveInstitution(institution))
  await billed('hotlines.saveLine', wang.hotlines.saveLine({ lineId, institutionId, revision: 0, ...aLine }))
  await billed('hotlines.list', house.employee('o-anybody').hotlines.list({}))
  await billed('hotlines.desk', wang.hotlines.desk({}))
  await billed('hotlines.move', wang.hotlines.move({ id: lineId, up: true }))
  const call = { startedAt: startedAt.toISOString(), minutes: 12, topic: 'sleep', outcome: 'listened' } as const
  const entryId = newId()
  await billed('hotlines.log', he.hotlines.log({ entryId, lineId, ...call }))
  await billed('hotlines.logged', he.hotlines.logged({}))
  await billed('hotlines.correct', he.hotlines.correct({ entryId, lineId, ...call, minutes: 15, void: false }))
  const billId = newBillId()
  await billed('hotlines.beginBill', wang.hotlines.beginBill({ billId, lineId, fileName: '话单.csv', calls: 1 }))
  const calls = [{ hour: hourOf(yesterday), seconds: 300 }]
  await billed('hotlines.billPiece', wang.hotlines.billPiece({ billId, number: 0, month, calls }))
  await billed('hotlines.bills', wang.hotlines.bills({}))
  await billed('figures.hotlines', wang.figures.hotlines({ month }))
  await billed('hotlines.removeLine', wang.hotlines.removeLine({ lineId }))
  await billed('hotlines.removeInstitution', wang.hotlines.removeInstitution({ institutionId }))
}
