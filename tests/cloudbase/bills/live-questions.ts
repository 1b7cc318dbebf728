import { eventsStore, storable } from '../../../cloudfunctions/events/events-store'
import { daysLater, minutesLater } from '../../../src/domain/time'
import type { CloudHouse } from '../../house/cloud-house'
import { openDay } from '../../house/open-day'
import type { Billed } from './meter'

/** One asks, the host reads and settles it, and it is taken back. */
export async function liveQuestionsStory(house: CloudHouse, billed: Billed) {
  const { api: host } = await house.signedIn('speaker', '吴主持', 'host')
  const begins = daysLater(new Date(), 3)
  const times = [{ from: begins.toISOString(), until: minutesLater(begins, 60).toISOString() }]
  const link = 'https://example.com/live'
  const { id, ...fields } = storable(openDay({ id: 'eveninglive', kind: 'live', capacity: 0, link, times }))
  await house.standIn.load(eventsStore.name, [{ _id: id, ...fields, v: 1 }])
  const lin = house.employee('o-asks-a-live')
  const one = { eventId: id }
  const questionId = 'questionofabill1'
  await billed('liveQuestions.ask', lin.liveQuestions.ask({ ...one, questionId, text: '下了夜班怎么睡' }))
  await billed('liveQuestions.mine', lin.liveQuestions.mine(one))
  await billed('liveQuestions.list', host.liveQuestions.list(one))
  await billed('liveQuestions.read', host.liveQuestions.read({ ...one, questionIds: [questionId] }))
  await billed('liveQuestions.settle', host.liveQuestions.settle({ ...one, questionId, state: 'taken' }))
  await billed('liveQuestions.takeBack', lin.liveQuestions.takeBack({ questionId }))
}
