import { keepFor } from '../../cloudfunctions/_kit/data-keys'
import { seal } from '../../cloudfunctions/_kit/sealing'
import {
  type RecordTitle,
  type StoredSupervision,
  supervisionsStore,
} from '../../cloudfunctions/counselling/records-store'
import { recordsStore, recordTitlesStore } from '../../cloudfunctions/counselling/store'
import { titleIdOf } from '../../cloudfunctions/counselling/stored-record'
import { supervisionIdOf } from '../../cloudfunctions/counselling/stored-supervision'
import type { Api } from '../../src/contract/client'
import type { Content } from '../../src/domain/records/record'
import type { SupervisionState } from '../../src/domain/records/supervision'
import type { Written } from '../../src/domain/records/templates'
import { dataOf } from './data-of'
import type { House } from './open-house'
import { asks, counsellor, newId, opensUp } from './talking'

type Kept = {
  mark: string
  by: string
  now: Date
  says: string
  state?: RecordTitle['state']
  supervision?: { state: SupervisionState; takenBy: string }
}

/** What `by` wrote of a session that is over, and perhaps asked a supervisor about it: both say what nobody else may see. */
export async function keepRecord(
  { database, keys }: House,
  personId: string,
  { mark, by, now, says, state = 'draft', supervision }: Kept,
) {
  const around = { database, keys }
  const nothing = async () => {}
  const at = now.toISOString()
  const recordId = `record${mark}`
  const id = titleIdOf(`session${mark}`, by, keys)
  const closedAt = state === 'closed' ? at : ''
  const content: Content = {
    ...{ template: 'note', byName: '测试同事', additions: [] },
    sections: [{ section: 'note', text: says }],
  }
  const title: RecordTitle = {
    ...{ id, personId, recordId, staffId: by, of: 'booking', at, template: 'note', state, revision: 1, closedAt },
    ...{ saveId: 'a save', savedAt: at, supervision: supervision?.state ?? '' },
  }
  const plain = { id: recordId, personId, content: JSON.stringify(content), closedAt, sealedUntil: '' }
  await keepFor(
    recordsStore,
    personId,
    around,
    (key) => database.open(recordsStore).insert(seal(recordsStore, plain, key)),
    nothing,
  )
  await keepFor(recordTitlesStore, personId, around, () => database.open(recordTitlesStore).insert(title), nothing)
  const requestId = supervisionIdOf(id, keys)
  if (supervision) {
    const asked = {
      ...{ id: requestId, personId, titleId: id, askedBy: by, askedByName: '测试同事', askedAt: at, ...supervision },
      ...{ answeredAt: '', question: says, answer: null },
    }
    await keepFor(
      supervisionsStore,
      personId,
      around,
      (key) => database.open(supervisionsStore).insert(seal<StoredSupervision>(supervisionsStore, asked, key)),
      nothing,
    )
  }
  return { recordId: id, requestId }
}

type About = Parameters<Api['records']['save']>[0]['about']

/** Saves a note; `revision` is what it is written over. */
export const writes = async (api: Api, about: About, text: string, revision = 0) =>
  dataOf(await api.records.save({ about, revision, saveId: newId(), template: 'note', sections: [noted(text)] }))

export const noted = (text: string): Written => ({ section: 'note', text })

/** Written, and closed. */
export async function writesAll(api: Api, about: About, text: string): Promise<string> {
  const { recordId, revision } = await writes(api, about, text)
  dataOf(await api.records.close({ recordId, revision }))
  return recordId
}

/** Somebody with a pseudonym, who talks with a counsellor just now. */
export async function inTalk(house: House) {
  const he = await counsellor(house, 'he', '何静')
  const lin = await opensUp(house, '林')
  const pseudonym = dataOf(await lin.profile.rename({ nickname: '小林' })).pseudonym ?? ''
  const chatId = await asks(lin)
  dataOf(await he.workbench.accept({ chatId }))
  return { he, lin, pseudonym, chatId }
}
