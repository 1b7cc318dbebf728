import type { Page } from 'playwright-core'
import { counsellorsStore, timetablesStore } from '../../cloudfunctions/counselling/counsellors-store'
import { withShown } from '../../cloudfunctions/counselling/offered'
import type { Api } from '../../src/contract/client'
import { currentVersion } from '../../src/domain/consents/texts'
import { begin } from '../../src/domain/counsellors/counsellor'
import type { Mode } from '../../src/domain/counsellors/words'
import { dayOf, daysLater } from '../../src/domain/time'
import { emptyTimetable } from '../../src/domain/timetables/change'
import type { Timetable } from '../../src/domain/timetables/timetable'
import { profileNamed } from '../house/counsellors'
import { dataOf } from '../house/data-of'
import type { Screens } from './open-screens'
import { readerAt } from './reader'

/** Tomorrow by the clock of the house, from eight in the morning: what happens on it does not go by the hour of the test. */
export function openDay(screens: Screens) {
  const day = dayOf(daysLater(screens.now(), 1))
  const at = (hour: number, minute = 0) =>
    new Date(Date.parse(`${day}T00:00:00+08:00`) + (hour * 60 + minute) * 60_000).toISOString()
  /** For the server and for every page that is open. */
  const becomes = async (hour: number, minute: number, ...pages: Page[]) => {
    screens.forward((Date.parse(at(hour, minute)) - screens.now().getTime()) / 60_000)
    for (const page of pages) await page.clock.setFixedTime(screens.now())
  }
  /** So many minutes of the clock's work. */
  const minutesPass = async (minutes: number) => {
    for (let minute = 0; minute < minutes; minute++) {
      screens.forward(1)
      await screens.tick()
    }
  }
  return { day, at, becomes, minutesPass }
}

/** Somebody who takes bookings at any hour of any day. */
export async function offered({ server: { database }, now }: Screens, staffId: string, name: string) {
  const profile = profileNamed(name)
  const instant = now().toISOString()
  await database
    .open(counsellorsStore)
    .insert(withShown({ ...begin(staffId, 'city'), live: profile, draft: profile, approvedAt: instant }))
  const modes: Mode[] = ['text', 'phone']
  const week = [0, 1, 2, 3, 4, 5, 6].map(() => [{ from: 0, until: 1440, modes }]) as Timetable['week']
  const how = { sessionMinutes: 50, bufferMinutes: 10, noticeHours: 0, horizonDays: 28, holidays: false }
  await database.open(timetablesStore).insert({ ...emptyTimetable(staffId), week, ...how, changedAt: instant })
}

/** Somebody with a browser of their own who has agreed to be counselled. */
export async function willingAt({ url }: Screens): Promise<Api> {
  const { key } = dataOf(await readerAt(url).devices.enrol({}))
  const api = readerAt(url, key)
  dataOf(await api.consents.give({ purpose: 'counselling', version: currentVersion('counselling') }))
  return api
}

/** Goes to a page of the console and waits for its heading. */
export const arrive = async ({ url }: Screens, page: Page, path: string, heading: string) => {
  await page.goto(`${url}/admin/#${path}`)
  await page.getByRole('heading', { name: heading, level: 1 }).waitFor()
}
