import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Caller, reaches } from '../../cloudfunctions/_kit/caller'
import { keepFor } from '../../cloudfunctions/_kit/data-keys'
import { ledgerHeadsStore } from '../../cloudfunctions/_kit/ledger'
import { favouriteId, favouritesStore } from '../../cloudfunctions/library/store'
import { CITY } from '../../src/domain/branches/words'
import { type Role, roles } from '../../src/domain/staff/words'
import { type House, openHouse } from '../house/open-house'
import { actions, askAs, type Described, staffCaller } from './callers'
import { sampleFor } from './samples'
import { type Stage, setStage } from './stage'

const BRANCH = 'city.aaaaaa'
let house: House
let turn = 0
beforeAll(async () => {
  house = await openHouse()
  await house.staff('city-manager', '王建国', 'manager')
  await house.staff('city-supervisor', '高远', 'supervisor')
})
afterAll(() => house.close())

const readingsOf = async ({ personId }: Stage) => (await house.database.open(ledgerHeadsStore).get(personId))?.seq ?? 0
const sampleOf = ({ feature, verb }: Described, stage: Stage) => sampleFor(feature, verb, stage)

/** Everybody but the person on the stage: whoever could come from outside, and every role with the widest reach there is. */
async function everybodyElse(): Promise<[string, Caller][]> {
  const staff = async (role: Role): Promise<[string, Caller]> => {
    const staffId = `${role}-${turn++}`
    await house.staff(staffId, '测试同事', role)
    return [role, staffCaller(staffId, [{ role, branchId: CITY }])]
  }
  return [
    ['visitor', { kind: 'visitor' }],
    ['employee', { kind: 'employee', personId: house.keys.hash('person', `别人${turn++}`) }],
    ...(await Promise.all(roles.map(staff))),
  ]
}

/** The lines that stand in the person's ledger: one for each kind that is looked into. */
const linesOf: Record<string, number> = {
  'doors.answers': 1,
  'liveQuestions.read': 1,
  'unsealings.open': 2,
  'calls.phone': 1,
  'bookings.card': 1,
  'bookings.phone': 1,
  'wishes.words': 1,
  'cases.open': 1,
  'cases.decide': 1,
  'cases.refer': 1,
  'cases.endReferral': 1,
  'cases.handOver': 1,
  'cases.close': 1,
  'workbench.accept': 1,
  'records.open': 1,
  'records.add': 1,
  'records.openForSupervision': 2,
}
/** Whoever else than the supervisor looks into it. */
const looksInto: Record<string, Role> = {
  'workbench.accept': 'counsellor',
  'bookings.card': 'counsellor',
  'bookings.phone': 'counsellor',
  'wishes.words': 'counsellor',
  'records.open': 'counsellor',
  'records.add': 'counsellor',
  'doors.answers': 'host',
  'liveQuestions.read': 'host',
}
/** They look into it for the rule's sake, and show nothing. */
const showsNothing = new Set(['cases.handOver', 'cases.close', 'workbench.accept', 'records.add'])

describe('what a person sealed', () => {
  const shownBy = new Set<string>()
  /** One for all who may not: what they ask changes nothing, or a test below would say so. */
  let forAll: Stage
  beforeAll(async () => {
    forAll = await setStage(house, BRANCH, 'nobody')
  })

  it.each(actions)(
    '$name shows it to nobody else, unless their ledger says so first',
    async (action) => {
      for (const [who, caller] of await everybodyElse()) {
        const isAllowed = reaches(action.permission, caller).length > 0
        const stage = isAllowed && 'staffId' in caller ? await setStage(house, BRANCH, caller.staffId) : forAll
        const before = await readingsOf(stage)
        const reply = JSON.stringify(await askAs(house, caller, action, sampleOf(action, stage)))
        const written = (await readingsOf(stage)) - before
        const shown = reply.includes(stage.nickname)
        const lines = who === (looksInto[action.name] ?? 'supervisor') ? (linesOf[action.name] ?? 0) : 0
        expect({ who, shown, written }).toEqual({
          who,
          shown: lines > 0 && !showsNothing.has(action.name),
          written: lines,
        })
        if (shown) shownBy.add(`${action.name} ${who}`)
      }
    },
    60_000,
  )
  it('is shown to one role only: after two people agreed, or by whoever it was given to', () => {
    const shows = Object.keys(linesOf).filter((name) => !showsNothing.has(name))
    expect([...shownBy].sort()).toEqual(shows.map((name) => `${name} ${looksInto[name] ?? 'supervisor'}`).sort())
  })
  it('is in no line of the log', () => {
    expect(JSON.stringify(house.logged)).not.toContain('昵称')
  })
})

describe('what belongs to somebody else', () => {
  const ofEmployees = actions.filter(({ permission }) => permission.employee ?? permission.member)
  /** One for all of them: each proves that nothing of it was changed. */
  let untouched: Stage
  let favouriteOfTheirs: string
  beforeAll(async () => {
    untouched = await setStage(house, BRANCH, 'nobody')
    favouriteOfTheirs = await favourite(untouched.personId, 'nopiece00001')
  })

  /** Every row in which the person or their things are named, with all it says. */
  async function theirs({ mark, personId }: Stage): Promise<string[]> {
    const dumped = await house.dump(mark, personId)
    return Object.entries(dumped)
      .flatMap(([table, rows]) => rows.map((row) => `${table} ${JSON.stringify(row)}`))
      .sort()
  }
  async function favourite(personId: string, pieceId: string) {
    const { database, keys } = house
    const id = favouriteId(personId, pieceId)
    const write = () => database.open(favouritesStore).insert({ id, personId, pieceId, addedAt: '2026-03-10' })
    await keepFor(favouritesStore, personId, { database, keys }, write, async () => {})
    return id
  }

  it.each(ofEmployees)(
    '$name shows and changes nothing of another employee’s, whatever ids are sent',
    async (action) => {
      const stage = untouched
      const cursor = Buffer.from(JSON.stringify(['2026-03-11', favouriteOfTheirs])).toString('base64url')
      const sample = sampleOf(action, stage)
      const foreign = [
        favouriteOfTheirs,
        stage.personId,
        stage.pseudonym,
        stage.sessionId,
        stage.askedId,
        stage.importId,
        stage.resultId,
        stage.callId,
        stage.caseId,
        stage.bookingId,
        stage.waitId,
        stage.wishId,
        stage.chatId,
      ]
      const tried: Record<string, unknown>[] = [
        sample,
        { ...sample, personId: stage.personId },
        { ...sample, after: cursor },
      ]
      for (const field of Object.keys(sample)) for (const id of foreign) tried.push({ ...sample, [field]: id })
      // The seats of an event are everybody's: whoever comes takes one.
      const before = (await theirs(stage)).filter((one) => !one.startsWith('seats '))
      // What anybody may see, such as a line to call or an event, carries the mark as well, and points at nobody.
      const { personId, pseudonym, nickname, mark } = stage
      const isEverybodys = action.permission.visitor !== undefined || 'eventId' in sample
      const secrets = [personId, pseudonym, nickname, ...(isEverybodys ? [] : [mark])]
      for (const data of tried) {
        const caller: Caller = { kind: 'employee', personId: house.keys.hash('person', `别人${turn++}`) }
        const reply = JSON.stringify(await askAs(house, caller, action, data))
        expect(reply).not.toMatch(/"INTERNAL"/)
        const said = Object.values(data).reduce<string>((rest, sent) => rest.replaceAll(String(sent), ''), reply)
        for (const told of secrets) expect(said).not.toContain(told)
      }
      expect(await theirs(stage)).toEqual(expect.arrayContaining(before))
    },
    60_000,
  )

  /** What these are about lies in the caller's branch, and is still not theirs: each is its owner's alone. */
  const notTheirs: [name: string, role: Role, code: string, data: (stage: Stage) => Record<string, unknown>][] = [
    ['sessions.revoke', 'manager', 'SESSION_NOT_FOUND', ({ sessionId }) => ({ sessionId })],
    ['unsealings.open', 'supervisor', 'UNSEALING_NOT_FOUND', ({ askedId }) => ({ unsealingId: askedId })],
    ['unsealings.open', 'supervisor', 'UNSEALING_NOT_FOUND', ({ approvedId }) => ({ unsealingId: approvedId })],
    ['imports.piece', 'manager', 'IMPORT_NOT_FOUND', (stage) => sampleFor('imports', 'piece', stage)],
    ['imports.finish', 'manager', 'IMPORT_NOT_FOUND', ({ importId }) => ({ importId })],
  ]
  it('a session cannot be ended by naming a colleague it does not belong to', async () => {
    const [mine, other] = [await setStage(house, BRANCH, 'nobody'), await setStage(house, 'city.bbbbbb', 'nobody')]
    await house.staffIn('near-manager', '近处的管理员', [{ role: 'manager', branchId: BRANCH }])
    const caller = staffCaller('near-manager', [{ role: 'manager', branchId: BRANCH }])
    const action = actions.find(({ name }) => name === 'staff.endSession') as Described
    const before = await other.now()
    const data = { staffId: mine.staffId, sessionId: other.sessionId }
    expect(await askAs(house, caller, action, data)).toMatchObject({ ok: false, code: 'SESSION_NOT_FOUND' })
    expect(await other.now()).toEqual(before)
  })

  it.each(notTheirs)('%s of somebody else’s finds nothing for a %s: %s', async (name, role, code, data) => {
    const stage = await setStage(house, BRANCH, 'somebody-else')
    const caller = staffCaller(`${role}-${turn++}`, [{ role, branchId: BRANCH }])
    const action = actions.find((each) => each.name === name) as Described
    const before = await theirs(stage)
    expect(await askAs(house, caller, action, data(stage))).toMatchObject({ ok: false, code })
    expect(await theirs(stage)).toEqual(before)
  })
})
