import { afterAll, beforeAll, expect, it } from 'vitest'
import { codeOfStep, stepAt } from '../../cloudfunctions/_kit/totp'
import budgets from '../../config/budgets.json'
import { contract } from '../../src/contract'
import type { Api } from '../../src/contract/client'
import { CITY } from '../../src/domain/branches/words'
import { currentVersion } from '../../src/domain/consents/texts'
import { hourOf } from '../../src/domain/time'
import { type CloudHouse, NOTHING_ODD, openCloudHouse } from '../house/cloud-house'
import { dataOf } from '../house/data-of'
import { draftOf, publish } from '../house/pieces'
import { pixelPng } from '../house/samples'
import { agreeToTests, taking, toRelease } from '../house/taking'
import { afterEventsStory } from './bills/after-events'
import { bookingsStory } from './bills/bookings'
import { branchFiguresStory } from './bills/branch-figures'
import { chatsStory } from './bills/chats'
import { clockStory } from './bills/clock'
import { copy } from './bills/copy'
import { counsellorsStory } from './bills/counsellors'
import { callsStory, drillsStory } from './bills/duty'
import { hotlinesStory } from './bills/hotlines'
import { liveQuestionsStory } from './bills/live-questions'
import { type Bill, type Billed, openMeter } from './bills/meter'
import { noticesStory } from './bills/notices'
import { programmeStory } from './bills/programme'
import { recordsStory } from './bills/records'
import { signupsStory } from './bills/signups'
import { surveysStory } from './bills/surveys'

let house: CloudHouse
let wang: Api
let chen: Api
let zhou: Api
let lin: Api
let browser: Api
const pieceId = 'sleepaftershifts'
const hour = hourOf(new Date())
const month = hour.slice(0, 7)
let meter: ReturnType<typeof openMeter>
let billed: Billed

/** Fifty of everything a page could show, so that every page is full. */
async function fillTheShelves() {
  for (const name of ['pieces', 'cards', 'editions', 'favourites', 'figures']) {
    const rows = house.standIn.dump(name).filter((row) => row.scope !== 'all')
    const copies = rows.flatMap((row) =>
      Array.from({ length: 50 }, (_, number) => {
        const id = `copy${String(number).padStart(8, '0')}`
        const text = JSON.stringify(row).replaceAll(pieceId, row.kind ? `${id}${String(row.kind)}` : `${id}article`)
        return JSON.parse(text)
      }),
    )
    await house.standIn.load(name, copies)
  }
  const [card] = house.standIn.dump('cards').filter(({ kind }) => kind === 'article')
  for (const kind of ['video', 'audio'])
    await house.standIn.load(
      'cards',
      Array.from({ length: 20 }, (_, number) => ({ ...card, _id: `${kind}${number}`, kind })),
    )
}

beforeAll(async () => {
  house = await openCloudHouse({ instancesPerFunction: 1 })
  meter = openMeter(house)
  billed = meter.billed
  wang = (await house.signedIn('wangjianguo', '王建国', 'manager')).api
  chen = (await house.signedIn('chenjing', '陈静', 'editor')).api
  zhou = (await house.signedIn('zhoumin', '周敏', 'reviewer')).api
  lin = house.employee('o-lin')
  await publish(chen, zhou, pieceId, '倒班以后怎么睡')
  dataOf(await lin.favourites.add({ pieceId }))
  dataOf(await lin.tallies.record({ batchId: 'abcdefghijklmnop', tallies: [{ pieceId, hour, reads: 1 }] }))
  dataOf(await lin.uses.record({ batchId: 'abcdefghijklmnop', uses: [{ use: 'help.opened', hour, times: 1 }] }))
  await house.cloud.timer('clock')
  await fillTheShelves()
})
afterAll(async () => {
  expect(house.oddities()).toEqual(NOTHING_ODD)
  await house.close()
})

it('what a reader does', async () => {
  const home = await billed('pieces.home', lin.pieces.home({}))
  expect([home.latest, home.videos, home.audios].map(({ length }) => length)).toEqual([8, 4, 4])
  await billed('pieces.home, remembered', house.employee('o-zhao').pieces.home({}))
  const { next } = await billed('pieces.list', lin.pieces.list({ topic: 'sleep', kind: 'article' }))
  await billed('pieces.list, further', lin.pieces.list({ topic: 'sleep', kind: 'article', after: next ?? '' }))
  await billed('pieces.open', lin.pieces.open({ pieceId }))
  await billed('favourites.add', lin.favourites.add({ pieceId: 'video1' }))
  expect((await billed('favourites.list', lin.favourites.list({}))).next).not.toBeNull()
  await billed('favourites.remove', lin.favourites.remove({ pieceId }))
  const tallies = [{ pieceId, hour, reads: 1 }]
  await billed('tallies.record', lin.tallies.record({ batchId: 'ponmlkjihgfedcba', tallies }))
  const uses = [{ use: 'help.opened' as const, hour, times: 1 }]
  await billed('uses.record', lin.uses.record({ batchId: 'ponmlkjihgfedcba', uses }))
  const { key } = await billed('devices.enrol', house.bearing().devices.enrol({}))
  browser = house.bearing(key)
  await billed('pieces.open, in a browser', browser.pieces.open({ pieceId }))
})

it('what the desk does', async () => {
  const turn = { pieceId: 'anotherpiece1' }
  await billed('desk.create', chen.desk.create({ ...turn, kind: 'article', title: '新的一篇' }))
  await billed('desk.save', chen.desk.save({ ...turn, revision: 1, draft: draftOf('新的一篇') }))
  dataOf(await chen.desk.submit({ ...turn, revision: 2 }))
  await billed('desk.withdraw', chen.desk.withdraw({ ...turn, revision: 3 }))
  dataOf(await chen.desk.submit({ ...turn, revision: 4 }))
  await billed('desk.sendBack', zhou.desk.sendBack({ ...turn, revision: 5, note: '请写上出处' }))
  await billed('desk.submit', chen.desk.submit({ ...turn, revision: 6 }))
  await billed('desk.list', zhou.desk.list({}))
  await billed('desk.open', zhou.desk.open(turn))
  await billed('desk.approve', zhou.desk.approve({ ...turn, revision: 7 }))
  await billed('desk.recall', zhou.desk.recall({ ...turn, revision: 8, note: '内容需要更新' }))
  await billed('uploads.limits', chen.uploads.limits({}))
  const begin = chen.uploads.begin({ kind: 'image', bytes: pixelPng.length })
  const { uploadId } = await billed('uploads.begin', begin)
  const part = { uploadId, number: 0, data: pixelPng.toString('base64') }
  await billed('uploads.part', chen.uploads.part(part))
  await billed('uploads.finish', chen.uploads.finish({ uploadId }))
})

it('what the figures and the staff do', async () => {
  await billed('figures.month', chen.figures.month({ month }))
  expect((await billed('figures.pieces', chen.figures.pieces({ month }))).next).not.toBeNull()
  await billed('figures.piece', chen.figures.piece({ pieceId, month }))
  await billed('figures.uses', chen.figures.uses({ month }))
  const grants = [{ role: 'editor' as const, branchId: CITY }]
  const invite = wang.staff.invite({ login: 'lihua', name: '李华', grants })
  const { code } = await billed('staff.invite', invite)
  await billed('invitations.open', house.bearing().invitations.open({ code }))
  const accept = { code, password: '江边的灯塔照着夜航船' }
  await billed('invitations.accept', house.bearing().invitations.accept(accept))
  const signIn = { login: 'lihua', password: accept.password }
  const { token: first } = await billed('sessions.signIn', house.bearing().sessions.signIn(signIn))
  await billed('sessions.me', house.bearing(first).sessions.me({}))
  const own = await billed('sessions.list', house.bearing(first).sessions.list({}))
  const sessionId = own.sessions.find(({ current }) => !current)?.id ?? ''
  await billed('sessions.revoke', house.bearing(first).sessions.revoke({ sessionId }))
  const { token: second } = dataOf(await house.bearing().sessions.signIn(signIn))
  await billed('sessions.signOut', house.bearing(second).sessions.signOut({}))
  await billed('staff.list', wang.staff.list({}))
  const one = { staffId: 'lihua' }
  const { sessions } = await billed('staff.sessions', wang.staff.sessions(one))
  await billed('staff.endSession', wang.staff.endSession({ ...one, sessionId: sessions[0]?.id ?? '' }))
  await billed('staff.change', wang.staff.change({ ...one, grants: [...grants, { role: 'host', branchId: CITY }] }))
  await billed('staff.signOutEverywhere', wang.staff.signOutEverywhere(one))
  await billed('staff.relink', wang.staff.relink(one))
  await billed('staff.leave', wang.staff.leave(one))
  const qin = (await house.signedIn('qinlan', '秦岚', 'manager')).api
  const supervisor = [{ role: 'supervisor' as const, branchId: CITY }]
  const ask = () => wang.staff.invite({ login: 'hening', name: '何宁', grants: supervisor })
  await billed('staff.invite, asked for', ask())
  await billed('staff.decline', qin.staff.decline({ staffId: 'hening' }))
  dataOf(await ask())
  const agreed = await billed('staff.approve', qin.staff.approve({ staffId: 'hening' }))
  const link = agreed.link?.code ?? ''
  const { token } = dataOf(await house.bearing().invitations.accept({ ...accept, code: link }))
  const { secret } = await billed('secondFactor.begin', house.bearing(token).secondFactor.begin({}))
  const digits = codeOfStep(secret, stepAt(new Date()))
  await billed('secondFactor.confirm', house.bearing(token).secondFactor.confirm({ code: digits }))
  const next = { login: 'hening', password: accept.password, code: codeOfStep(secret, stepAt(new Date()) + 1) }
  await billed('sessions.signIn, with a second factor', house.bearing().sessions.signIn(next))
})

it('what branches, imports and members do', async () => {
  await billed('branches.mine', wang.branches.mine({}))
  const heping = { branchId: CITY, kind: 'district' as const, name: '和平区总工会', code: 'heping' }
  const district = await billed('branches.create', wang.branches.create(heping))
  const works = { branchId: district.id, kind: 'unit' as const, name: '拖拉机厂工会', code: 'tractor-works' }
  const unit = dataOf(await wang.branches.create(works))
  await billed('branches.children', wang.branches.children({ branchId: district.id }))
  await billed('branches.rename', wang.branches.rename({ branchId: unit.id, name: '第一拖拉机厂工会' }))
  const { code, id } = await billed('branches.newCode', wang.branches.newCode({ branchId: unit.id, days: 30 }))
  await billed('branches.codes', wang.branches.codes({ branchId: unit.id }))
  await billed('membership.proveByCode', lin.membership.proveByCode({ code }))
  await billed('membership.show', lin.membership.show({}))
  await billed('membership.leave', lin.membership.leave({}))
  await billed('branches.endCode', wang.branches.endCode({ branchId: unit.id, codeId: id }))
  const file = { branchId: district.id, mode: 'add' as const, fileName: '会员.csv', lines: 500 }
  const importId = 'importnumber0001'
  await billed('imports.begin', wang.imports.begin({ ...file, importId }))
  const line = (number: number) => ({
    branchCode: 'tractor-works',
    card: `C${100000 + number}`,
    identity: '',
    phone: '',
  })
  const piece = { importId, number: 0, lines: Array.from({ length: 500 }, (_, number) => line(number)) }
  expect((await billed('imports.piece, 500 lines', wang.imports.piece(piece))).progress.added).toBe(500)
  await billed('imports.finish', wang.imports.finish({ importId }))
  await billed('imports.list', wang.imports.list({}))
  await billed('imports.problems', wang.imports.problems({ importId }))
  const number = { kind: 'card' as const, number: 'C100007' }
  await billed('membership.proveByNumber', lin.membership.proveByNumber(number))
  await billed('branches.close', wang.branches.close({ branchId: unit.id }))
  await billed('branches.reopen', wang.branches.reopen({ branchId: unit.id }))
})

it('what people do with what is theirs, and who looks at it', async () => {
  const { pseudonym } = await billed('profile.rename', lin.profile.rename({ nickname: '晚风' }))
  await billed('profile.show', lin.profile.show({}))
  await billed('consents.give', lin.consents.give({ purpose: 'figures', version: currentVersion('figures') }))
  await billed('consents.list', lin.consents.list({}))
  await billed('consents.withdraw', lin.consents.withdraw({ purpose: 'figures' }))
  const he = (await house.signedIn('hejing', '何静', 'supervisor')).api
  const qian = (await house.signedIn('qianyu', '钱宇', 'supervisor')).api
  const asked = { pseudonym: pseudonym ?? '', reason: 'danger-to-life' as const }
  const { unsealingId } = await billed('unsealings.request', he.unsealings.request(asked))
  await billed('unsealings.list', qian.unsealings.list({}))
  await billed('unsealings.approve', qian.unsealings.approve({ unsealingId }))
  expect((await billed('unsealings.open', he.unsealings.open({ unsealingId }))).nickname).toBe('晚风')
  await billed('unsealings.decline', he.unsealings.decline({ unsealingId }))
  const zhao = (await house.signedIn('zhaolei', '赵磊', 'auditor')).api
  await billed('audit.verify', zhao.audit.verify({}))
  await copy(house, 'readings', 50, (number) => ({ _id: `reading${number}`, entry: '' }))
  await copy(house, 'acts', 50, (number) => ({ _id: `act${number}` }))
  await billed('audit.readings', zhao.audit.readings({}))
  await billed('audit.acts', zhao.audit.acts({}))
  await billed('privacy.stored', lin.privacy.stored({}))
  await billed('privacy.readings', lin.privacy.readings({}))
  await billed('privacy.export', lin.privacy.export({}))
  const kind = { number: 'receiptnumber001', kinds: ['favourites'], account: false }
  const receipt = await billed('privacy.destroy, favourites', lin.privacy.destroy(kind))
  expect((await billed('audit.checkReceipt', zhao.audit.checkReceipt({ receipt }))).genuine).toBe(true)
  const account = { number: 'receiptnumber002', kinds: [], account: true }
  await billed('privacy.destroy, the account', lin.privacy.destroy(account))
  await billed('privacy.receipt', house.bearing().privacy.receipt({ number: account.number }))
  await billed('audit.destructions', zhao.audit.destructions({ month }))
})

it('what self-tests do', async () => {
  const tang = house.employee('o-tang')
  const han = (await house.signedIn('hanlu', '韩露', 'supervisor')).api
  const xu = (await house.signedIn('xuning', '许宁', 'supervisor')).api
  dataOf(await han.releases.release(toRelease('phq9')))
  await billed('releases.release', xu.releases.release(toRelease('phq9')))
  await billed('releases.list', xu.releases.list({}))
  expect((await billed('instruments.offered', tang.instruments.offered({}))).rows).toHaveLength(1)
  await agreeToTests(tang)
  const first = taking('phq9', 1)
  await billed('results.submit, the first', tang.results.submit(first))
  await billed('results.submit, again', tang.results.submit(first))
  await billed('results.submit', tang.results.submit(taking('phq9', 2)))
  for (let more = 0; more < 19; more++) dataOf(await tang.results.submit(taking('phq9', 0)))
  expect((await billed('results.list', tang.results.list({}))).rows).toHaveLength(20)
  await billed('results.open', tang.results.open({ resultId: first.resultId }))
  await billed('results.fhir', tang.results.fhir({ resultId: first.resultId }))
  await billed('results.destroy, one of 21', tang.results.destroy({ resultId: first.resultId }))
  await billed('releases.withdraw', han.releases.withdraw({ instrumentId: 'phq9', version: 1 }))
})

it('what surveys of a branch do', () => surveysStory(house, billed, wang))
it('what signing up for an event does', () => signupsStory(house, billed))
it('what planning an event and its door do', () => programmeStory(house, billed))

it('what questions to a live do', () => liveQuestionsStory(house, billed))
it('what comes after an event does', () => afterEventsStory(house, billed))

it('what hotlines do', () => hotlinesStory(house, billed, wang))
it('what notices do', () => noticesStory(house, meter))
it('what the clock does', () => clockStory(house, meter))
it('what counsellors and their hours do', () => counsellorsStory(house, billed))
it('what bookings, waits and wishes do', () => bookingsStory(house, billed))
it('what conversations do', () => chatsStory(house, billed))
it('what records do', () => recordsStory(house, billed))

it('what calls and cases do', () => callsStory(house, billed))
it('what drills do', () => drillsStory(house, billed))
it('what figures of organisations do', () => branchFiguresStory(house, billed, wang, month))

it('costs no more than the budget, and every action has one', () => {
  const { bills } = meter
  const table = Object.entries(bills).map(
    ([action, { calls, reads, writes }]) =>
      `${action.padEnd(40)}${String(calls).padStart(6)}${String(reads).padStart(7)}${String(writes).padStart(8)}`,
  )
  process.stdout.write(`${['action'.padEnd(40), ' calls', '  reads', '  writes'].join('')}\n${table.join('\n')}\n`)
  const actions = Object.entries(contract).flatMap(([feature, all]) =>
    Object.keys(all).map((verb) => `${feature}.${verb}`),
  )
  const measured = new Set(Object.keys(bills).map((name) => name.split(', ')[0]))
  expect(actions.filter((action) => !measured.has(action))).toEqual([])
  const allowed: Record<string, Bill> = budgets.bills
  expect(Object.keys(bills).sort()).toEqual(Object.keys(allowed).sort())
  const over = Object.entries(bills).filter(([action, bill]) =>
    (['calls', 'reads', 'writes'] as const).some((count) => bill[count] > (allowed[action]?.[count] ?? 0)),
  )
  expect(over).toEqual([])
})

it('a whole page of figures reads at most 31 documents', () => {
  const readsOf = (action: string) => meter.bills[action]?.reads ?? 99
  expect(readsOf('figures.month') + readsOf('figures.pieces')).toBeLessThanOrEqual(31)
  expect(readsOf('figures.branch') + readsOf('figures.branchesBelow')).toBeLessThanOrEqual(31)
})
