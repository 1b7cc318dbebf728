import { newSecret, secretId } from '../../cloudfunctions/_kit/keys'
import { append } from '../../cloudfunctions/_kit/ledger'
import { codeId } from '../../cloudfunctions/people/branch-codes'
import { branchCodesStore, branchesStore, rollStore } from '../../cloudfunctions/people/branches-store'
import { rollId } from '../../cloudfunctions/people/roll-plan'
import { createApi } from '../../src/contract/client'
import { currentVersion } from '../../src/domain/consents/texts'
import { daysLater } from '../../src/domain/time'
import { dataOf } from '../house/data-of'
import type { Screens } from './open-screens'
import { readerAt } from './reader'

export const CODE = 'ABCDE-12345'
/** The example in GB 11643-1999. */
export const IDENTITY = '11010519491231002X'
export const UNIT = '和平拖拉机厂'

/** A unit with an invitation code and one identity number in its list. */
export const openUnit = async ({ server: { database, keys } }: Screens) => {
  const now = new Date()
  const at = now.toISOString()
  const id = 'city.screen'
  const unit = {
    id,
    parentId: 'city',
    kind: 'unit',
    name: UNIT,
    code: 'screen',
    address: '',
    closed: false,
    createdAt: at,
  } as const
  await database.open(branchesStore).insert(unit)
  const expiresAt = daysLater(now, 30).toISOString()
  await database
    .open(branchCodesStore)
    .insert({ id: codeId(CODE, keys) ?? '', branchId: id, madeAt: at, expiresAt, joined: 0 })
  await database.open(rollStore).insert({
    id: rollId('identity', IDENTITY, keys),
    kind: 'identity',
    branchId: id,
    importId: 'by-hand',
    piece: 0,
    uses: 0,
  })
}

/** A browser's key under which everything that can be there is: for looking at full pages. */
export const furnished = async (screens: Screens): Promise<{ key: string; personId: string }> => {
  const { server, url } = screens
  const { key } = dataOf(await readerAt(url).devices.enrol({}))
  const api = createApi(async (name, request) => {
    const answer = await fetch(`${url}/api/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
      body: JSON.stringify(request),
    })
    return answer.json()
  })
  dataOf(await api.favourites.add({ pieceId: 'sleep-after-shifts' }))
  dataOf(await api.profile.rename({ nickname: '夜班的风' }))
  dataOf(await api.membership.proveByCode({ code: CODE }))
  dataOf(await api.consents.give({ purpose: 'figures', version: currentVersion('figures') }))
  const personId = server.keys.hash('person', `device\n${secretId(key)}`)
  const seen = { role: 'supervisor', branchId: 'city', what: 'profiles', reason: 'danger-to-life' } as const
  const who = { by: newSecret('staff-'), byName: '周敏', approvedByName: '李岩', twoPeople: true }
  await append(personId, { ...seen, ...who }, { ...server, now: new Date() })
  return { key, personId }
}
