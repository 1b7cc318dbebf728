import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keepFor } from '../../cloudfunctions/_kit/data-keys'
import { ledgerHeadsStore, ledgerStore } from '../../cloudfunctions/_kit/ledger'
import { cardsStore, favouritesStore } from '../../cloudfunctions/library/store'
import { ensureCity } from '../../cloudfunctions/people/branch-names'
import { exportPage } from '../../cloudfunctions/people/export-page'
import { declarations } from '../../cloudfunctions/people/inventory'
import { shownKinds } from '../../cloudfunctions/people/owned'
import { ensureProfile } from '../../cloudfunctions/people/profiles'
import { done } from '../../src/domain/result'
import { dataOf } from '../house/data-of'
import { type House, openHouse } from '../house/open-house'
import { publish } from '../house/pieces'
import { lookUp, wholePerson } from '../house/whole-person'

const pieceId = 'pieceone0001'

let house: House
beforeAll(async () => {
  house = await openHouse()
  await ensureCity(house.database, house.clock.now())
  const chen = await house.staff('chenjing', '陈静', 'editor')
  await publish(chen, await house.staff('zhoumin', '周敏', 'reviewer'), pieceId, '夜里醒来</script><b>怎么办')
})
afterAll(() => house.close())

const personIdOf = (name: string) => house.keys.hash('person', name)

/** All parts, as a person would fetch them one after another. */
async function exported(api: ReturnType<House['employee']>) {
  const parts: {
    name: string
    bytes: number
    html: string
    json: { kinds: { kind: string; rows: Record<string, unknown>[] }[] }
  }[] = []
  let after: string | undefined
  do {
    const part = dataOf(await api.privacy.export(after ? { after } : {}))
    const files = unzipSync(Buffer.from(part.zip, 'base64'))
    expect(Object.keys(files).sort()).toEqual(['我的资料.html', '我的资料.json'])
    parts.push({
      name: part.name,
      bytes: Buffer.from(part.zip, 'base64').length,
      html: strFromU8(files['我的资料.html'] as Uint8Array),
      json: JSON.parse(strFromU8(files['我的资料.json'] as Uint8Array)),
    })
    after = part.next ?? undefined
  } while (after)
  return parts
}

describe('a pseudonym and a nickname', () => {
  it('are not there until they are needed, and nothing is stored for looking', async () => {
    const lin = house.employee('林')
    expect(dataOf(await lin.profile.show({}))).toEqual({ pseudonym: null, nickname: null })
    expect(dataOf(await lin.profile.rename({ nickname: null }))).toEqual({ pseudonym: null, nickname: null })
    expect(dataOf(await lin.privacy.stored({})).rows.every(({ count }) => count === 0)).toBe(true)
    expect(JSON.stringify(await house.dump())).not.toContain(personIdOf('林'))
  })
  it('come together; the nickname can go and come again under the same pseudonym, and is stored sealed only', async () => {
    const lin = house.employee('林')
    const first = dataOf(await lin.profile.rename({ nickname: '夜班的小林' }))
    expect(first.pseudonym).toMatch(/^[\u4e00-\u9fff]{4}\d{3}$/)
    expect(first.nickname).toBe('夜班的小林')
    expect(JSON.stringify(await house.dump())).not.toContain('夜班的小林')
    expect(dataOf(await lin.profile.rename({ nickname: null }))).toEqual({ ...first, nickname: null })
    expect(dataOf(await lin.profile.rename({ nickname: '小林' }))).toEqual({ ...first, nickname: '小林' })
    expect(dataOf(await lin.profile.show({}))).toEqual({ ...first, nickname: '小林' })
  })
  it('are one for each person, however many ask for theirs at once', async () => {
    const around = { database: house.database, keys: house.keys, now: house.clock.now() }
    const profiles = await Promise.all(Array.from({ length: 8 }, () => ensureProfile('somebody', around)))
    expect(new Set(profiles.map(({ pseudonym }) => pseudonym)).size).toBe(1)
    const { pseudonyms } = (await house.dump()) as { pseudonyms: { personId: string }[] }
    expect(pseudonyms.filter(({ personId }) => personId === 'somebody')).toHaveLength(1)
  })
})

describe('what is stored about a person', () => {
  it('is a row for each kind there can be, made from the declarations', async () => {
    const { api } = await wholePerson(house, pieceId)
    const { rows } = dataOf(await api.privacy.stored({}))
    expect(rows.map(({ kind }) => kind)).toEqual(shownKinds(declarations).map(({ name }) => name))
    for (const hidden of ['ledgerHeads', 'pseudonyms', 'erasures', 'dataKeys'])
      expect(rows.map(({ kind }) => kind)).not.toContain(hidden)
    const row = (kind: string) => rows.find((one) => one.kind === kind)
    expect(row('profiles')).toMatchObject({ title: '代号和昵称', count: 1, sealed: true, daysLeft: null, alone: true })
    expect(row('devices')).toMatchObject({ count: 1, sealed: false, daysLeft: 730, alone: false, floor: null })
    expect(row('unsealings')).toMatchObject({ count: 1, daysLeft: 2 })
    house.clock.forward(24 * 60)
    expect(dataOf(await api.privacy.stored({})).rows.find(({ kind }) => kind === 'devices')?.daysLeft).toBe(729)
  })
})

describe('who read what is a person’s', () => {
  it('is shown newest first, in pages, without the name of whoever it was', async () => {
    const { api, personId } = await wholePerson(house, pieceId)
    for (let time = 0; time < 21; time++) {
      house.clock.forward(1)
      await lookUp(house, personId)
    }
    const first = dataOf(await api.privacy.readings({}))
    expect(first.rows).toHaveLength(20)
    expect(first.rows[0]).toMatchObject({
      role: 'supervisor',
      what: '代号和昵称',
      reason: 'danger-to-life',
      twoPeople: true,
    })
    expect(JSON.stringify(first)).not.toContain('高慧')
    const second = dataOf(await api.privacy.readings({ after: first.next ?? '' }))
    expect(second.rows).toHaveLength(3)
    expect([first.whole, second.whole]).toEqual([true, true])
    const instants = [...first.rows, ...second.rows].map(({ at }) => at)
    expect(instants).toEqual(instants.toSorted().toReversed())
  })
  it('is said not to be whole when an entry was changed, taken out, or cut off at the end', async () => {
    const entries = house.database.open(ledgerStore)
    const looked = async () => {
      const person = await wholePerson(house, pieceId)
      await lookUp(house, person.personId)
      const query = { index: 'byPerson', where: { personId: person.personId }, limit: 10 }
      const { rows } = await entries.find(query)
      return { ...person, ids: rows.map(({ id }) => id) }
    }
    const isWhole = async ({ api }: Awaited<ReturnType<typeof looked>>) => dataOf(await api.privacy.readings({})).whole
    const [untouched, changed, holed, cut, headless] = [
      await looked(),
      await looked(),
      await looked(),
      await looked(),
      await looked(),
    ]
    expect(await isWhole(untouched)).toBe(true)
    await entries.change(changed.ids[1] ?? '', (entry) =>
      done(entry ? { write: { ...entry, reason: 'asked-by-person' }, reply: true } : { reply: true }),
    )
    expect(await isWhole(changed)).toBe(false)
    await entries.remove(holed.ids[1] ?? '')
    expect(await isWhole(holed)).toBe(false)
    await entries.remove(cut.ids[2] ?? '')
    expect(await isWhole(cut)).toBe(false)
    await house.database.open(ledgerHeadsStore).remove(headless.personId)
    expect(await isWhole(headless)).toBe(false)
  })
})

describe('the export', () => {
  it('is a page to read and the same as data: everything, opened, with the names and the time a person knows', async () => {
    const { api, pseudonym } = await wholePerson(house, pieceId, '小竹&<i>')
    const [part, ...more] = await exported(api)
    expect(more).toEqual([])
    expect(part?.name).toMatch(/^心驿-我的资料-2026-03-1\d\.zip$/)
    const { html, json } = part as NonNullable<typeof part>
    for (const { title, about, keep } of shownKinds(declarations))
      for (const words of [title, about, keep.why]) expect(html).toContain(words)
    expect(html).toContain(pseudonym)
    expect(html).toContain('小竹&amp;&lt;i&gt;')
    expect(html).toContain('市总工会')
    expect(html).toContain('有生命危险，需要尽快联系到您')
    expect(html).toContain('做自我测评')
    expect(html).toMatch(/2026-03-1\d 10:\d\d 同意（第 \d+ 版说明）；2026-03-1\d 10:\d\d 撤回/)
    expect(html).toContain('1. 做事时提不起劲或没有兴趣：一半以上的天数')
    expect(html).toContain('低落的程度 17：')
    expect(html).toMatch(/<td>2026-03-1\d 10:\d\d<\/td>/)
    expect(html).not.toMatch(/\d{4}-\d\d-\d\dT\d\d/)
    const rowsOf = (kind: string) => json.kinds.find((one) => one.kind === kind)?.rows
    expect(rowsOf('profiles')).toMatchObject([{ pseudonym, nickname: '小竹&<i>' }])
    expect(rowsOf('favourites')).toMatchObject([{ pieceId }])
    expect(rowsOf('ledger')).toHaveLength(2)
  })
  it('is a page that does nothing: what somebody wrote stays text, and no script or file is asked for', async () => {
    const { api } = await wholePerson(house, pieceId, '"><img src=')
    const [part] = await exported(api)
    expect(part?.html).toContain('&quot;&gt;&lt;img src=')
    expect(part?.html).toContain('夜里醒来&lt;/script&gt;&lt;b&gt;怎么办')
    expect(part?.html).not.toMatch(/<script|<\/script|<img|<link|<iframe|<b>|\son\w+=|javascript:|https?:/i)
    const row = ['</td></table></script><script>alert(1)</script>', `' onload='x`]
    const kind = { title: '</title>', about: '<b>', seenBy: '<i>', kept: '&', columns: ['<u>'], rows: [row] }
    const page = exportPage({ madeAt: '<', part: 1, isLast: true, kinds: [kind] })
    expect(page).not.toMatch(/<script|<\/script|<b>|<i>|<u>|' onload/)
  })
  it('is only one’s own: whatever cursor is sent', async () => {
    const lin = house.employee('林')
    const { personId } = await wholePerson(house, pieceId)
    const cursor = Buffer.from(JSON.stringify(['2020', personId])).toString('base64url')
    const part = dataOf(await lin.privacy.export({ after: `2.devices.${cursor}` }))
    expect(
      JSON.stringify(strFromU8(unzipSync(Buffer.from(part.zip, 'base64'))['我的资料.json'] as Uint8Array)),
    ).not.toContain(personId)
    for (const after of ['nothing', '2.staff.', '2.favourites.nothing', '2.dataKeys.', 'x.favourites.'])
      expect(await lin.privacy.export({ after })).toMatchObject({ ok: false, code: 'INVALID_INPUT' })
  })
  it('comes in parts where it is large, each small enough for a phone, with nothing twice and nothing left out', async () => {
    const many = 2600
    const personId = personIdOf('many')
    const favourites = house.database.open(favouritesStore)
    const card = await house.database.open(cardsStore).get(pieceId)
    const title = '很长的标题'.repeat(12)
    const cards = Array.from({ length: many }, (_, at) => ({
      ...(card as NonNullable<typeof card>),
      id: `many${at}`,
      title,
    }))
    for (let from = 0; from < many; from += 500)
      await house.database.open(cardsStore).insertMany(cards.slice(from, from + 500))
    await keepFor(
      favouritesStore,
      personId,
      { database: house.database, keys: house.keys },
      async () => {
        for (let from = 0; from < many; from += 500)
          await favourites.insertMany(
            Array.from({ length: Math.min(500, many - from) }, (_, at) => {
              const id = `many${from + at}`
              return { id: `${personId}.${id}`, personId, pieceId: id, addedAt: '2026-03-10T02:00:00.000Z' }
            }),
          )
      },
      async () => {},
    )
    const parts = await exported(house.employee('many'))
    expect(parts.length).toBeGreaterThan(1)
    expect(Math.max(...parts.map(({ bytes }) => bytes))).toBeLessThanOrEqual(700 * 1024)
    const found = parts.flatMap(({ json }) =>
      json.kinds.filter(({ kind }) => kind === 'favourites').flatMap(({ rows }) => rows),
    )
    expect(found).toHaveLength(many)
    expect(new Set(found.map((row) => row.pieceId)).size).toBe(many)
    expect(parts.map(({ name }) => name.match(/-(\d)\.zip$/)?.[1])).toEqual(parts.map((_, at) => String(at + 1)))
    for (const { html } of parts) expect(html.length + 100).toBeLessThan(700 * 1024)
  })
})
