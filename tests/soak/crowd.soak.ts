import { nanoid } from 'nanoid'
import { expect, it } from 'vitest'
import { generateKeys, readKeys } from '../../cloudfunctions/_kit/keys'
import { leftOf, readSeats } from '../../cloudfunctions/events/seats'
import { ownSignup, placeInLine, signUp } from '../../cloudfunctions/events/sign-up'
import { openInMemory } from '../../src/server/postgres/pglite'
import { onServer } from '../conformance/postgres-server'
import { announce, type Opened, onPostgres, onWeChat, untilAnswered } from '../conformance/suite/crowd'
import { times } from '../conformance/suite/stage'
import { openDay } from '../house/open-day'

const now = new Date('2026-03-05T01:00:00.000Z')
const SEATS = 30
/** So many waves of as many at the same instant: five thousand and more. */
const [WAVES, AT_ONCE] = [17, 300]

/** Every answer is compared with what is stored, and every place in the line with the order in which they came. */
const crowd = (name: string, open: () => Promise<Opened>) =>
  it(`five thousand, three hundred at a time, on ${name}: thirty have a seat, and the line has no gaps or doubles`, async () => {
    const opened = await open()
    const around = { database: opened.database, keys: readKeys(generateKeys()), now }
    const event = openDay({ id: nanoid(), shares: { shift: 0, newcomer: 0 } })
    await untilAnswered(() => announce(event, opened))
    const wanted = { places: 1, shares: [], trade: 'transport' as const, answers: {} }
    const come = async (personId: string) => {
      const signed = await untilAnswered(() => signUp(event, personId, wanted, around))
      if (!signed.ok) throw new Error(signed.code)
      return signed.data
    }
    const answers = []
    for (let wave = 0; wave < WAVES; wave++) answers.push(...(await Promise.all(times(AT_ONCE, () => come(nanoid())))))
    for (const answer of answers)
      expect(await untilAnswered(() => ownSignup(event.id, answer.personId, opened))).toEqual(answer)
    const waiting = answers.filter(({ state }) => state === 'waiting').toSorted((a, b) => (a.turn < b.turn ? -1 : 1))
    expect([answers.length - waiting.length, waiting.length]).toEqual([SEATS, WAVES * AT_ONCE - SEATS])
    for (const [index, one] of waiting.entries())
      if (index % 50 === 0 || index === waiting.length - 1)
        expect(await untilAnswered(() => placeInLine(one, around))).toBe(index + 1)
    expect(new Set(waiting.map(({ turn }) => turn)).size).toBe(waiting.length)
    const seats = await untilAnswered(() => readSeats(event.id, opened))
    if (!seats) throw new Error('no seats')
    expect([leftOf(seats).open, new Set(seats.open.holders).size]).toEqual([0, SEATS])
    await opened.close()
  })

crowd('PostgreSQL, embedded', onPostgres(openInMemory))
crowd('the WeChat cloud database, where transactions conflict and answers are lost', onWeChat)
onServer((open) =>
  crowd(
    'PostgreSQL, a server',
    onPostgres(() => open(10)),
  ),
)
