import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keepFor } from '../../cloudfunctions/_kit/data-keys'
import { isDestroyed } from '../../cloudfunctions/_kit/destroyed-keys'
import { AccountGoing } from '../../cloudfunctions/_kit/erasures'
import { membershipsStore } from '../../cloudfunctions/_kit/identity'
import { ledgerStore } from '../../cloudfunctions/_kit/ledger'
import { favouritesStore } from '../../cloudfunctions/library/store'
import { declarations } from '../../cloudfunctions/people/inventory'
import { ownedBy, shownKinds } from '../../cloudfunctions/people/owned'
import { receiptSeal } from '../../cloudfunctions/people/receipts'
import { erasuresStore, profilesStore, pseudonymsStore } from '../../cloudfunctions/people/store'
import { beforeCalls, destroyOver, overDatabase } from '../house/before-each-call'
import { cutOffEach, finishErasures } from '../house/cut-off-each'
import { dataOf } from '../house/data-of'
import { type House, openHouse } from '../house/open-house'
import { publish } from '../house/pieces'
import { everything, keyIdsOf, letMinutesPass, marksOf, tracesOf } from '../house/traces'
import { wholePerson } from '../house/whole-person'

const pieceId = 'pieceone0001'
const NUMBER = 'numbermadebyphone'

let house: House
beforeAll(async () => {
  house = await openHouse()
  const chen = await house.staff('chenjing', '陈静', 'editor')
  await publish(chen, await house.staff('zhoumin', '周敏', 'reviewer'), pieceId, '标题')
})
afterAll(() => house.close())

describe('a person who has used everything', () => {
  it('has something of each kind that can be stored, which makes what follows worth something', async () => {
    const person = await wholePerson(house, pieceId)
    const { rows } = dataOf(await person.api.privacy.stored({}))
    expect(rows.filter(({ count }) => count === 0)).toEqual([])
    const all = await everything(house)
    expect(tracesOf(house, person).filter((trace) => all.includes(trace)).length).toBeGreaterThan(10)
    expect(all).not.toContain(person.nickname)
    expect(all).not.toContain(person.key)
  })

  it('destroys one kind and keeps the rest', async () => {
    const { api, personId, pseudonym } = await wholePerson(house, pieceId)
    const [before] = await keyIdsOf(house, personId)
    const receipt = dataOf(await api.privacy.destroy({ number: `${NUMBER}A`, kinds: ['profiles'], account: false }))
    expect(receipt).toMatchObject({ number: `${NUMBER}A`, kinds: [{ title: '代号和昵称', count: 1 }], account: false })
    expect(dataOf(await api.profile.show({}))).toEqual({ pseudonym: null, nickname: null })
    const { profiles, pseudonyms, erasures } = await house.dump()
    expect(JSON.stringify([profiles, pseudonyms, erasures])).not.toContain(personId)
    expect(JSON.stringify(pseudonyms)).not.toContain(pseudonym)
    expect(await everything(house)).not.toContain(pseudonym)
    const counts = new Map(dataOf(await api.privacy.stored({})).rows.map(({ kind, count }) => [kind, count]))
    expect(counts.get('profiles')).toBe(0)
    expect(counts.get('favourites')).toBe(1)
    expect(counts.get('consents')).toBe(2)
    expect(counts.get('ledger')).toBe(2)
    expect(before).toBeDefined()
  })

  it('destroys the account, and nothing leads back: no word, no hash, no key', async () => {
    const person = await wholePerson(house, pieceId)
    const other = await wholePerson(house, pieceId, '白班的小周')
    const keys = await keyIdsOf(house, person.personId)
    expect(keys.length).toBeGreaterThanOrEqual(8)
    const entries = await house.database
      .open(ledgerStore)
      .find({ index: 'byPerson', where: { personId: person.personId }, limit: 100 })
    const receipt = dataOf(await person.api.privacy.destroy({ number: `${NUMBER}B`, kinds: [], account: true }))
    expect(receipt.kinds).toContainEqual({ title: '收藏', count: 1 })
    expect(receipt.kinds).toContainEqual({ title: '谁看过我', count: 2 })
    expect(receipt.kinds.map(({ title }) => title)).not.toContain('查看记录的末尾')
    expect(receipt.backupsGoneAt).toBe('2026-03-17T02:00:00.000Z')
    const { seal, ...rest } = receipt
    expect(seal).toBe(receiptSeal(house.keys, rest))
    expect(receiptSeal(house.keys, { ...rest, account: false })).not.toBe(seal)

    await letMinutesPass(house)
    const all = await everything(house)
    const traces = [
      ...tracesOf(house, person),
      ...keys.map(({ id }) => id),
      ...entries.rows.flatMap(({ id, hash }) => [id, hash]),
    ]
    expect(traces.filter((trace) => all.includes(trace))).toEqual([])
    expect(JSON.stringify(await house.dump())).not.toContain(`${NUMBER}B`)
    // What is left of the keys is their random id, in the list that a restored backup is held against.
    for (const { keyId } of keys) {
      expect(await isDestroyed(keyId, house.files)).toBe(true)
      expect(JSON.stringify(await house.dump())).not.toContain(keyId)
    }
    expect((await person.api.privacy.stored({})).ok).toBe(false)
    expect(dataOf(await other.api.profile.show({})).nickname).toBe('白班的小周')
    expect(dataOf(await other.api.privacy.readings({})).whole).toBe(true)
  })

  it('leaves to the auditor that somebody was looked up, by whom and why', async () => {
    const { readings } = (await house.dump()) as { readings: { entry: string; byName: string }[] }
    expect(readings.filter(({ entry }) => entry === '')).toHaveLength(2)
    expect(readings.every(({ byName }) => byName === '高慧')).toBe(true)
  })

  it('is counted in the record of destructions, which names nobody', async () => {
    const { destructions } = (await house.dump()) as { destructions: { id: string; count: number }[] }
    const counts = Object.fromEntries(destructions.map(({ id, count }) => [id, count]))
    expect(counts).toMatchObject({
      '2026-03-10.favourites.person': 1,
      '2026-03-10.profiles.person': 2,
      '2026-03-10.ledger.person': 2,
      '2026-03-10.devices.person': 1,
    })
  })

  it('who asks again with the same number after all is done gets the same receipt, for a day, and destroys nothing more', async () => {
    const lin = house.employee('林')
    dataOf(await lin.favourites.add({ pieceId }))
    const ask = { number: `${NUMBER}C`, kinds: ['favourites'], account: false }
    const receipt = dataOf(await lin.privacy.destroy(ask))
    expect(receipt.kinds).toEqual([{ title: '收藏', count: 1 }])
    dataOf(await lin.favourites.add({ pieceId }))
    expect(dataOf(await lin.privacy.destroy(ask))).toEqual(receipt)
    expect(dataOf(await lin.favourites.list({})).cards).toHaveLength(1)
    // A browser that destroyed its account is known to nobody; the number alone brings the receipt again.
    expect(dataOf(await house.bearing().privacy.receipt({ number: ask.number }))).toEqual(receipt)
    house.clock.forward(25 * 60)
    await house.tick()
    expect(await house.bearing().privacy.receipt({ number: ask.number })).toMatchObject({ code: 'RECEIPT_NOT_FOUND' })
  })

  it('cannot go on with the destruction of somebody else by its number', async () => {
    const erasure = {
      id: `${NUMBER}D`,
      personId: 'somebody',
      kinds: [],
      account: true,
      startedAt: house.clock.now().toISOString(),
      endedAt: '',
    }
    await house.database.open(erasuresStore).insert(erasure)
    const reply = await house.employee('林').privacy.destroy({ number: `${NUMBER}D`, kinds: [], account: true })
    expect(reply).toMatchObject({ ok: false, code: 'KIND_NOT_FOUND' })
    expect(await house.database.open(erasuresStore).get(`${NUMBER}D`)).toEqual(erasure)
    await house.database.open(erasuresStore).remove(`${NUMBER}D`)
  })
})

describe('what is written beside a destruction', () => {
  it('a number that somebody else takes at the same instant destroys nothing of theirs', async () => {
    const mine = await wholePerson(house, pieceId)
    const erasure = {
      ...{ id: `${NUMBER}K`, personId: 'somebody', kinds: [], account: true },
      startedAt: house.clock.now().toISOString(),
      endedAt: '',
    }
    const erasures = house.database.open(erasuresStore)
    let looks = 0
    const slow = beforeCalls(house.database, async () => {
      if (++looks === 2) await erasures.insert(erasure)
    })
    const data = { number: erasure.id, kinds: ['favourites'], account: false }
    expect(await destroyOver(slow, house, mine.key, data)).toMatchObject({ ok: false, code: 'KIND_NOT_FOUND' })
    expect(await erasures.get(erasure.id)).toEqual(erasure)
    await erasures.remove(erasure.id)
  })

  it('a pseudonym that is taken anew is registered, wherever the destruction has come to', async () => {
    for (let call = 1; call < 40; call++) {
      const { api, key, personId } = await wholePerson(house, pieceId)
      let calls = 0
      const slow = beforeCalls(house.database, async () => {
        if (++calls === call) await api.profile.rename({ nickname: '新的名字' })
      })
      await destroyOver(slow, house, key, { number: `${NUMBER}L${call}`, kinds: ['profiles'], account: false })
      const profile = await house.database.open(profilesStore).get(personId)
      const taken = profile && (await house.database.open(pseudonymsStore).get(profile.pseudonym))
      expect({ call, owner: taken?.personId }).toEqual({ call, owner: profile?.personId })
    }
  }, 120_000)

  it('is taken back, and the person asked to try again', async () => {
    const { api, personId } = await wholePerson(house, pieceId)
    const favourites = house.database.open(favouritesStore)
    const around = { database: house.database, keys: house.keys }
    const late = { id: `${personId}.late`, personId, pieceId: 'late', addedAt: house.clock.now().toISOString() }
    const write = async () => {
      dataOf(await api.privacy.destroy({ number: `${NUMBER}E`, kinds: ['favourites'], account: false }))
      await favourites.insert(late)
    }
    await expect(keepFor(favouritesStore, personId, around, write, () => favourites.remove(late.id))).rejects.toThrow()
    expect(await favourites.get(late.id)).toBeUndefined()
  })

  it('with a new key is refused while the account it was written for goes', async () => {
    const person = await wholePerson(house, pieceId)
    const memberships = house.database.open(membershipsStore)
    let writing = true
    const slow = beforeCalls(house.database, async () => {
      // In the middle of the destruction, once the membership and its key are gone.
      if (!writing || (await memberships.get(person.personId))) return
      writing = false
      const { personId } = person
      const membership = { id: personId, personId, branchId: 'city', since: house.clock.now().toISOString() }
      const write = () => memberships.insert(membership)
      const undo = () => memberships.remove(personId)
      await expect(keepFor(membershipsStore, personId, house, write, undo)).rejects.toThrow(AccountGoing)
    })
    const destroyed = await destroyOver(slow, house, person.key, { number: `${NUMBER}F`, kinds: [], account: true })
    expect(destroyed.ok).toBe(true)
    expect(writing).toBe(false)
    await letMinutesPass(house)
    const all = await everything(house)
    expect(tracesOf(house, person).filter((trace) => all.includes(trace))).toEqual([])
  })
})

describe('a request that was let in before the account was destroyed', () => {
  it('leaves nothing, whenever it goes on, and who comes back is told when they can', async () => {
    for (let call = 1, late = true; late; call++) {
      const name = `林${call}`
      const lin = house.employee(name)
      const personId = house.keys.hash('person', name)
      dataOf(await lin.favourites.add({ pieceId }))
      let calls = 0
      late = false
      const slow = beforeCalls(house.database, async () => {
        if (++calls !== call) return
        late = true
        dataOf(await lin.privacy.destroy({ number: `${NUMBER}P${call}`, kinds: [], account: true }))
      })
      await overDatabase(slow, house, personId, { action: 'profile.rename', data: { nickname: '晚风' } })
      if (!late) break
      // Somebody who comes back at once is not turned away without a word.
      expect(await lin.favourites.add({ pieceId })).toMatchObject({ ok: false, code: 'ACCOUNT_GOING' })
      await letMinutesPass(house)
      const all = await everything(house)
      expect({ call, found: all.includes(personId), keys: await keyIdsOf(house, personId) }).toEqual({
        call,
        found: false,
        keys: [],
      })
      dataOf(await lin.favourites.add({ pieceId }))
    }
  }, 120_000)
})

describe('a destruction that is cut off', () => {
  it('is finished by the clock of the house, and not before it can have been cut off', async () => {
    const person = await wholePerson(house, pieceId)
    let calls = 0
    const cutOff = beforeCalls(house.database, async () => {
      if (++calls > 60) throw new Error('cut off')
    })
    const data = { number: `${NUMBER}H`, kinds: [], account: true }
    expect(await destroyOver(cutOff, house, person.key, data)).toMatchObject({ ok: false, code: 'INTERNAL' })
    await finishErasures(house)
    expect(await house.database.open(erasuresStore).get(data.number)).toBeDefined()
    house.clock.forward(2)
    await house.tick()
    await letMinutesPass(house)
    const all = await everything(house)
    expect(tracesOf(house, person).filter((trace) => all.includes(trace))).toEqual([])
  })

  it('at any call to the database is finished by the clock, or was never begun', async () => {
    // Each call in turn is for the soak.
    expect(await cutOffEach(house, pieceId, 11)).toBeGreaterThan(5)
  }, 300_000)
})

describe('one kind alone', () => {
  it('leaves nothing anywhere: not what it said, and no number that names it', async () => {
    // What a law keeps is sealed away instead: `records.test.ts`.
    const alone = shownKinds(declarations).filter(({ owner, floor }) => owner.destroyed === 'alone' && !floor)
    for (const kind of alone) {
      const person = await wholePerson(house, pieceId)
      const names = [kind.name, ...kind.goesWith]
      const gone = ownedBy(declarations).filter(({ name }) => names.includes(name))
      const marks = (await Promise.all(gone.map((each) => marksOf(house, each, person.personId)))).flat()
      const ask = { number: `${NUMBER}${kind.name}`, kinds: [kind.name], account: false }
      expect(dataOf(await person.api.privacy.destroy(ask)).kinds).toMatchObject([{ title: kind.title }])
      await letMinutesPass(house)
      const all = await everything(house)
      const { rows } = dataOf(await person.api.privacy.stored({}))
      expect(rows.filter((row) => names.includes(row.kind) && row.count > 0)).toEqual([])
      expect({ kind: kind.name, left: marks.filter((mark) => all.includes(mark)) }).toEqual({
        kind: kind.name,
        left: [],
      })
    }
  }, 60_000)
})
