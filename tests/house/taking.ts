import { nanoid } from 'nanoid'
import { definitionHash } from '../../cloudfunctions/assessments/definition'
import type { Input } from '../../src/contract'
import type { Api } from '../../src/contract/client'
import { currentVersion } from '../../src/domain/consents/texts'
import { newest } from '../../src/domain/instruments/all'
import type { InstrumentId } from '../../src/domain/instruments/instrument'
import { dataOf } from './data-of'
import type { House } from './open-house'

export const agreeToTests = async (person: Api) =>
  dataOf(await person.consents.give({ purpose: 'tests', version: currentVersion('tests') }))

/** What a colleague who has read the newest version lets out. */
export const toRelease = (instrumentId: InstrumentId) => {
  const instrument = newest(instrumentId)
  return { instrumentId, version: instrument.version, hash: definitionHash(instrument) }
}

let turn = 0
/** Offers these: two supervisors of their own have let each of them out. */
export async function offer(house: Pick<House, 'staff'>, ...ids: InstrumentId[]) {
  for (const name of ['刘素琴', '马志远']) {
    const supervisor = await house.staff(`supervisor-${turn++}`, name, 'supervisor')
    for (const id of ids) dataOf(await supervisor.releases.release(toRelease(id)))
  }
}

/** The same option everywhere, counted from the first; `change` says otherwise for single items. */
export const allAnswered = (instrumentId: InstrumentId, option: number, change: Record<number, number> = {}) =>
  Object.fromEntries(newest(instrumentId).items.map(({ n }) => [n, change[n] ?? option]))

export const taking = (
  instrumentId: InstrumentId,
  option: number,
  change: Partial<Input<'results', 'submit'>> = {},
): Input<'results', 'submit'> => ({
  resultId: nanoid(40).replace(/[^A-Za-z0-9]/g, 'x'),
  instrumentId,
  version: newest(instrumentId).version,
  answers: allAnswered(instrumentId, option),
  sex: 'unsaid',
  adult: true,
  ...change,
})

/** Sent, whole, and answered. */
export async function taken(person: Api, sent: Input<'results', 'submit'>) {
  const reply = dataOf(await person.results.submit(sent))
  if (!reply.complete) throw new Error(`missing ${reply.missing.join()}`)
  return reply.result
}
