import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Caller } from '../../cloudfunctions/_kit/caller'
import { keepFor } from '../../cloudfunctions/_kit/data-keys'
import { membershipsStore } from '../../cloudfunctions/_kit/identity'
import type { Permission } from '../../src/contract/permissions'
import { type Role, roles } from '../../src/domain/staff/words'
import { type House, openHouse } from '../house/open-house'
import { actions, askAs, type Described, type Heard, joiningCaller, staffCaller } from './callers'
import { sampleFor } from './samples'
import { type Stage, setStage } from './stage'

const OWN = 'city.aaaaaa'
const OTHER = 'city.bbbbbb'

/** What a caller hears about a thing that is not there, or is not theirs to know of. */
const AS_IF_NOT_THERE = new Set([
  'BRANCH_NOT_FOUND',
  'STAFF_NOT_FOUND',
  'IMPORT_NOT_FOUND',
  'PERSON_NOT_FOUND',
  'UNSEALING_NOT_FOUND',
  'SURVEY_NOT_FOUND',
  'HOTLINE_NOT_FOUND',
  'BILL_NOT_FOUND',
  'NOTHING_WAITS',
  'COUNSELLOR_NOT_FOUND',
  'EVENT_NOT_FOUND',
  'TEACHER_NOT_FOUND',
  'OUT_OF_SCOPE',
])
const codeOf = (heard: Heard) => (heard.ok ? 'OK' : String(heard.code))
const TURNED_AWAY = new Set(['NOT_ALLOWED', 'MEMBERS_ONLY', 'SIGN_IN_NEEDED'])

let house: House
let turn = 0
const member = '核对过的人'
beforeAll(async () => {
  house = await openHouse()
  await house.staff('city-manager', '王建国', 'manager')
  await house.staff('city-supervisor', '高远', 'supervisor')
})
afterAll(() => house.close())

/** Proved anew for each question: one of them is to leave. */
async function proved(): Promise<Caller> {
  const { database, keys } = house
  const personId = keys.hash('person', member)
  const since = house.clock.now().toISOString()
  await keepFor(
    membershipsStore,
    personId,
    { database, keys },
    () => database.open(membershipsStore).insert({ id: personId, personId, branchId: OWN, since }),
    async () => {},
  )
  return { kind: 'employee', personId }
}

/** Staff as they are in the database, so that what looks them up finds them. */
async function colleague(role: Role, branchIds: string[]): Promise<Caller> {
  const staffId = `colleague-${turn++}`
  const grants = branchIds.map((branchId) => ({ role, branchId }))
  await house.staffIn(staffId, '测试同事', grants)
  return staffCaller(staffId, grants)
}
const stageFor = (caller: Caller, branchId: string) =>
  setStage(house, branchId, caller.kind === 'staff' ? caller.staffId : 'nobody')
/** One for all who are turned away before anything of it is read. */
let standing: Promise<Stage> | undefined
const untouched = () => (standing ??= setStage(house, OWN, 'nobody'))
const ask = (caller: Caller, action: Described, stage: Stage) =>
  askAs(house, caller, action, sampleFor(action.feature, action.verb, stage))

/** A list goes on until what is looked for has come, or to its end. */
async function listed(caller: Caller, action: Described, stage: Stage): Promise<string> {
  const data = sampleFor(action.feature, action.verb, stage)
  let shown = ''
  let after: string | null | undefined
  do {
    const heard = await askAs(house, caller, action, after ? { ...data, after } : data)
    expect(codeOf(heard)).toBe('OK')
    shown += JSON.stringify(heard)
    after = heard.data?.next
  } while (after && !shown.includes(stage.mark))
  return shown
}

const isAllowed = (permission: Permission, audience: string) =>
  permission[audience as Role] !== undefined || (audience === 'member' && permission.employee !== undefined)

describe('whoever has not signed in as staff', () => {
  it.each(actions)('$name lets them through exactly as the table says', async (action) => {
    const callers: Record<string, Caller> = {
      visitor: { kind: 'visitor' },
      employee: { kind: 'employee', personId: house.keys.hash('person', `林${turn++}`) },
      member: await proved(),
      joining: joiningCaller(`joining-${turn++}`),
    }
    await house.staffIn((callers.joining as { staffId: string }).staffId, '新同事', [])
    for (const [audience, caller] of Object.entries(callers)) {
      const mayAsk = isAllowed(action.permission, audience)
      const code = codeOf(await ask(caller, action, await (mayAsk ? stageFor(caller, OWN) : untouched())))
      if (mayAsk) {
        expect(TURNED_AWAY.has(code), `${audience} heard ${code}`).toBe(false)
        expect(['INTERNAL', 'INVALID_INPUT', 'UNKNOWN_ACTION']).not.toContain(code)
      } else {
        const expected = audience === 'employee' && action.permission.member ? 'MEMBERS_ONLY' : 'NOT_ALLOWED'
        expect({ audience, code }).toEqual({ audience, code: expected })
      }
    }
  })
})

describe('whoever works here', () => {
  it.each(actions)('$name is for the roles of the table and no other, wherever they count', async (action) => {
    const stage = await untouched()
    for (const role of roles.filter((each) => action.permission[each] === undefined))
      for (const scope of ['city', OWN, OTHER]) {
        const code = codeOf(await ask(staffCaller('nobody', [{ role, branchId: scope }]), action, stage))
        expect({ role, scope, code }).toEqual({ role, scope, code: 'NOT_ALLOWED' })
      }
  })
  it.each(actions)('$name is for nobody who is signed in without a role that counts', async (action) => {
    const stage = await untouched()
    expect(codeOf(await ask(staffCaller('nobody', []), action, stage))).toBe('NOT_ALLOWED')
  })
})

const allowed = actions.flatMap((action) =>
  roles.filter((role) => action.permission[role] !== undefined).map((role) => ({ ...action, role })),
)

describe('in the branch where the role counts', () => {
  it.each(allowed)('$name works for $role', async ({ role, ...action }) => {
    const caller = await colleague(role, [OWN])
    const stage = await stageFor(caller, OWN)
    const code = codeOf(await ask(caller, action, stage))
    expect([...TURNED_AWAY, 'INTERNAL', 'INVALID_INPUT', ...AS_IF_NOT_THERE]).not.toContain(code)
  })
})

describe('in another branch', () => {
  const far = allowed.filter(({ permission, role }) => ['branch', 'subject'].includes(permission[role] as string))

  it.each(far)('$name finds and changes nothing for $role', async ({ role, ...action }) => {
    const caller = await colleague(role, [OTHER])
    const stage = await stageFor(caller, OWN)
    const before = await stage.now()
    const heard = await ask(caller, action, stage)
    if (action.permission[role] === 'branch') expect(codeOf(heard)).toBe('BRANCH_NOT_FOUND')
    else if (heard.ok) expect(await listed(caller, action, stage)).not.toContain(stage.mark)
    else expect(AS_IF_NOT_THERE).toContain(codeOf(heard))
    expect(await stage.now()).toEqual(before)
  })
  it.each(far.filter(({ verb, name }) => verb === 'list' || name === 'audit.readings' || name === 'audit.acts'))(
    '$name shows a $role what lies in their own, and nothing of the other',
    async ({ role, ...action }) => {
      const home = `city.home${turn++}`
      const caller = await colleague(role, [home])
      const own = await stageFor(caller, `${home}.below`)
      const other = await stageFor(caller, OTHER)
      const shown = await listed(caller, action, own)
      expect(shown).toContain(own.mark)
      expect(shown).not.toContain(other.mark)
    },
  )
})

it('there is something to try in every part of the table', () => {
  expect(actions.every(({ permission }) => Object.keys(permission).length > 0)).toBe(true)
  expect(new Set(actions.flatMap(({ permission }) => Object.values(permission)))).toEqual(
    new Set(['everywhere', 'own', 'branch', 'subject']),
  )
})
