import type { Page } from 'playwright-core'
import { currentVersion } from '../../src/domain/consents/texts'
import { newest } from '../../src/domain/instruments/all'
import type { InstrumentId } from '../../src/domain/instruments/instrument'
import type { Taking } from '../../src/miniprogram/phone/takings'
import { dataOf } from '../house/data-of'
import { allAnswered, taking as sentTaking, taken } from '../house/taking'
import { readerAt } from './reader'

/** A browser's key whose owner agreed to the tests. */
export const agreed = async (url: string): Promise<string> => {
  const { key } = dataOf(await readerAt(url).devices.enrol({}))
  dataOf(await readerAt(url, key).consents.give({ purpose: 'tests', version: currentVersion('tests') }))
  return key
}

/** A test under way, as the app keeps it: everything before `item` answered alike. */
export const underWay = (id: InstrumentId, item: number, change: Partial<Taking> = {}): Taking => {
  const { version } = newest(id)
  const at = new Date().toISOString()
  const before = Object.entries(allAnswered(id, 1)).filter(([n]) => Number(n) < item)
  return {
    resultId: Array.from({ length: 24 }, () => 'abcdefghijk'[Math.floor(Math.random() * 11)]).join(''),
    instrumentId: id,
    version,
    answers: Object.fromEntries(before),
    item,
    sex: 'unsaid',
    agreed: true,
    begunAt: at,
    touchedAt: at,
    helped: '',
    soft: false,
    done: false,
    counted: false,
    ...change,
  }
}

/** Puts it on the phone of this page, whose address is of the app already. */
export const keep = (page: Page, values: Record<string, unknown>) =>
  page.evaluate((all) => {
    for (const [name, data] of Object.entries(all)) localStorage.setItem(name, JSON.stringify({ data }))
  }, values)

/** One that was taken, scored and stored. */
export const takenBy = (
  url: string,
  key: string,
  id: InstrumentId,
  option: number,
  change: Record<number, number> = {},
) => taken(readerAt(url, key), sentTaking(id, option, { answers: allAnswered(id, option, change) }))
