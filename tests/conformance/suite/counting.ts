import { describe, expect, it } from 'vitest'
import { accountsStore, fresh, hall, hallsStore, persistently, type Stage, times } from './stage'

export const counting = (stage: Stage) =>
  describe('counting', () => {
    const halls = () => stage.database.open(hallsStore)
    const opened = async (left: number) => {
      const one = hall(left)
      await halls().insert(one)
      return one.id
    }
    const seatsOf = async (id: string) => (await halls().get(id))?.seats

    it('takes a place for a holder once: asking again says so and costs nothing', async () => {
      const id = await opened(2)
      expect(await halls().spend(id, 'seats', '甲')).toBe('spent')
      expect(await halls().spend(id, 'seats', '甲')).toBe('already')
      expect(await seatsOf(id)).toEqual({ left: 1, holders: ['甲'] })
    })

    it('is short when no place is left, but still knows its holders', async () => {
      const id = await opened(1)
      await halls().spend(id, 'seats', '甲')
      expect(await halls().spend(id, 'seats', '乙')).toBe('short')
      expect(await halls().spend(id, 'seats', '甲')).toBe('already')
      expect(await seatsOf(id)).toEqual({ left: 0, holders: ['甲'] })
    })

    it('gives a place back once, and the next one gets it', async () => {
      const id = await opened(1)
      await halls().spend(id, 'seats', '甲')
      expect(await halls().release(id, 'seats', '乙')).toBe('not-held')
      expect(await halls().release(id, 'seats', '甲')).toBe('released')
      expect(await halls().release(id, 'seats', '甲')).toBe('not-held')
      expect(await halls().spend(id, 'seats', '乙')).toBe('spent')
      expect(await seatsOf(id)).toEqual({ left: 0, holders: ['乙'] })
    })

    it('takes several places at once, all or none', async () => {
      const id = await opened(5)
      expect(await halls().spend(id, 'seats', '甲', 3)).toBe('spent')
      expect(await halls().spend(id, 'seats', '乙', 3)).toBe('short')
      expect(await seatsOf(id)).toEqual({ left: 2, holders: ['甲'] })
      expect(await halls().spend(id, 'seats', '乙', 2)).toBe('spent')
      expect(await seatsOf(id)).toEqual({ left: 0, holders: ['甲', '乙'] })
    })

    it('takes no more for whoever holds already, however many they ask for', async () => {
      const id = await opened(5)
      await halls().spend(id, 'seats', '甲', 2)
      for (const places of [1, 2, 3]) expect(await halls().spend(id, 'seats', '甲', places)).toBe('already')
      expect(await seatsOf(id)).toEqual({ left: 3, holders: ['甲'] })
    })

    it('gives several places back at once, once', async () => {
      const id = await opened(5)
      await halls().spend(id, 'seats', '甲', 3)
      expect(await halls().release(id, 'seats', '甲', { places: 3 })).toBe('released')
      expect(await halls().release(id, 'seats', '甲', { places: 3 })).toBe('not-held')
      expect(await seatsOf(id)).toEqual({ left: 5, holders: [] })
    })

    it('gives places back into another pool: nobody finds them where they came from', async () => {
      const id = await opened(3)
      await halls().spend(id, 'seats', '甲', 3)
      expect(await halls().release(id, 'seats', '甲', { places: 3, into: 'freed' })).toBe('released')
      expect(await halls().release(id, 'seats', '甲', { places: 3, into: 'freed' })).toBe('not-held')
      expect(await halls().get(id)).toMatchObject({
        seats: { left: 0, holders: [] },
        freed: { left: 3, holders: [] },
      })
      expect(await halls().spend(id, 'seats', '乙')).toBe('short')
      expect(await halls().spend(id, 'freed', '乙', 2)).toBe('spent')
      expect(await halls().release(id, 'freed', '乙', { places: 2, into: 'seats' })).toBe('released')
      expect(await halls().get(id)).toMatchObject({ seats: { left: 2 }, freed: { left: 1 } })
    })

    it('remembers the holders of each pool apart', async () => {
      const id = await opened(2)
      await halls().spend(id, 'seats', '甲')
      expect(await halls().release(id, 'freed', '甲', { into: 'seats' })).toBe('not-held')
      await halls().spend(id, 'seats', '乙')
      await halls().release(id, 'seats', '乙', { into: 'freed' })
      expect(await halls().spend(id, 'freed', '甲')).toBe('spent')
      expect(await halls().get(id)).toMatchObject({ seats: { holders: ['甲'] }, freed: { holders: ['甲'] } })
    })

    it('fills 30 seats and no more with parties of one to three who come at the same time', async () => {
      const id = await opened(30)
      const parties = times(60, (index) => ({ holder: `party-${index}`, places: 1 + (index % 3) }))
      const answers = await Promise.all(
        parties.map(({ holder, places }) => persistently(() => halls().spend(id, 'seats', holder, places))),
      )
      const taken = parties.filter((_, index) => answers[index] === 'spent')
      const seats = await seatsOf(id)
      expect(taken.reduce((sum, { places }) => sum + places, 0) + (seats?.left ?? 0)).toBe(30)
      expect(seats?.left).toBeLessThan(3)
      expect(seats?.holders.sort()).toEqual(taken.map(({ holder }) => holder).sort())
    })

    it('moves each place once where many give the same back at once', async () => {
      const id = await opened(4)
      await halls().spend(id, 'seats', '甲', 2)
      const back = { places: 2, into: 'freed' }
      const freed = await Promise.all(times(8, () => persistently(() => halls().release(id, 'seats', '甲', back))))
      expect(freed.filter((answer) => answer === 'released')).toHaveLength(1)
      expect(await halls().get(id)).toMatchObject({ seats: { left: 2 }, freed: { left: 2 } })
    })

    it.each([0, -1, 0.5, Number.NaN, Number.POSITIVE_INFINITY])(
      'refuses %d places, and changes nothing',
      async (places) => {
        const one = hall(5)
        await halls().insert(one)
        await expect((async () => halls().spend(one.id, 'seats', '甲', places))()).rejects.toThrow()
        await expect((async () => halls().release(one.id, 'seats', '甲', { places }))()).rejects.toThrow()
        expect(await halls().get(one.id)).toEqual(one)
      },
    )

    it.each(['id', 'visits', 'nowhere', 'totals'])('gives nothing back into %s, which is no pool', async (into) => {
      const one = hall(1, { visits: 1, totals: { reads: 1 } })
      await halls().insert(one)
      await halls().spend(one.id, 'seats', '甲')
      await expect((async () => halls().release(one.id, 'seats', '甲', { into }))()).rejects.toThrow()
      expect(await halls().get(one.id)).toEqual({ ...one, seats: { left: 0, holders: ['甲'] } })
    })

    it('says that a counter is absent', async () => {
      const id = fresh('hall')
      expect(await halls().spend(id, 'seats', '甲')).toBe('absent')
      expect(await halls().release(id, 'seats', '甲')).toBe('absent')
      expect(await halls().add(id, { visits: 1 })).toBe('absent')
      expect(await halls().get(id)).toBeUndefined()
    })

    it('seats exactly 30 of 100 who come at the same time', async () => {
      const id = await opened(30)
      const people = times(100, (index) => `person-${index}`)
      const answers = await Promise.all(people.map((person) => persistently(() => halls().spend(id, 'seats', person))))
      expect(answers.filter((answer) => answer === 'spent')).toHaveLength(30)
      expect(answers.filter((answer) => answer === 'short')).toHaveLength(70)
      const seats = await seatsOf(id)
      expect(seats?.left).toBe(0)
      expect(seats?.holders.sort()).toEqual(people.filter((_, index) => answers[index] === 'spent').sort())
    })

    it('takes one place for a holder who asks several times at once, and frees one', async () => {
      const id = await opened(5)
      const asked = await Promise.all(times(8, () => persistently(() => halls().spend(id, 'seats', '甲'))))
      expect(asked.filter((answer) => answer === 'spent')).toHaveLength(1)
      expect(asked.filter((answer) => answer === 'already')).toHaveLength(7)
      expect(await seatsOf(id)).toEqual({ left: 4, holders: ['甲'] })
      const freed = await Promise.all(times(8, () => persistently(() => halls().release(id, 'seats', '甲'))))
      expect(freed.filter((answer) => answer === 'released')).toHaveLength(1)
      expect(await seatsOf(id)).toEqual({ left: 5, holders: [] })
    })

    it('takes holders as they are written', async () => {
      const id = await opened(10)
      const holders = ['', ' ', '王"小"明', "o'neil", '{"a":1}', '1', 'null', '👩‍👩‍👧']
      for (const holder of holders) expect(await halls().spend(id, 'seats', holder)).toBe('spent')
      for (const holder of holders) expect(await halls().spend(id, 'seats', holder)).toBe('already')
      expect((await seatsOf(id))?.holders.sort()).toEqual([...holders].sort())
      for (const holder of holders) expect(await halls().release(id, 'seats', holder)).toBe('released')
      expect(await seatsOf(id)).toEqual({ left: 10, holders: [] })
    })

    it('adds amounts by path; what is missing counts from 0', async () => {
      const id = await opened(1)
      expect(await halls().add(id, { visits: 2, 'totals.reads': 3, 'totals.days.d01': 1, 'totals.days.d02': 5 })).toBe(
        'added',
      )
      expect(await halls().add(id, { visits: -1, 'totals.days.d02': 0.5, 'totals.plays': 4 })).toBe('added')
      const after = await halls().get(id)
      expect(after?.visits).toBe(1)
      expect(after?.totals).toEqual({ reads: 3, plays: 4, days: { d01: 1, d02: 5.5 } })
      expect(after?.seats).toEqual({ left: 1, holders: [] })
    })

    it('adds nothing to what is there, again and again, and tells it from what is absent', async () => {
      const id = await opened(1)
      for (let turn = 0; turn < 2; turn++) expect(await halls().add(id, { 'totals.plays': 0 })).toBe('added')
      expect(await halls().add(fresh('absent'), { 'totals.plays': 0 })).toBe('absent')
    })
    it('adds fractions as JavaScript does', async () => {
      const id = await opened(1)
      await halls().add(id, { visits: 0.1 })
      await halls().add(id, { visits: 0.2 })
      expect((await halls().get(id))?.visits).toBe(0.1 + 0.2)
    })

    it('loses no amount that is added at the same time', async () => {
      const id = await opened(1)
      await Promise.all(
        times(40, (index) => persistently(() => halls().add(id, { visits: 1, [`totals.k${index % 4}`]: 2 }))),
      )
      const after = await halls().get(id)
      expect(after?.visits).toBe(40)
      expect(after?.totals).toEqual({ k0: 20, k1: 20, k2: 20, k3: 20 })
    })

    it('refuses to add to what is no number, and changes nothing', async () => {
      const one = hall(1, { visits: 1, totals: { reads: 1 } })
      await halls().insert(one)
      for (const path of ['id', 'seats', 'seats.holders', 'totals', 'totals.reads.deep'])
        await expect((async () => halls().add(one.id, { visits: 1, [path]: 1 }))()).rejects.toThrow()
      expect(await halls().get(one.id)).toEqual(one)
    })

    it.each([
      '',
      '.',
      'totals.',
      '.visits',
      'totals..a',
      '$inc',
      'totals.$x',
      "totals.a'b",
      'totals.{a}',
      'totals.a,b',
      '__proto__',
    ])('refuses the path %j', async (path) => {
      const one = hall(1)
      await halls().insert(one)
      await expect((async () => halls().add(one.id, { [path]: 1 }))()).rejects.toThrow()
      expect(await halls().get(one.id)).toEqual(one)
    })

    it('counts only in what is declared a counter', async () => {
      const accounts = stage.database.open(accountsStore)
      const plain = { id: fresh('account'), balance: 1 }
      await accounts.insert(plain)
      await expect((async () => accounts.add(plain.id, { balance: 1 }))()).rejects.toThrow()
      await expect((async () => accounts.spend(plain.id, 'balance', '甲'))()).rejects.toThrow()
      await expect((async () => accounts.release(plain.id, 'balance', '甲'))()).rejects.toThrow()
      expect(await accounts.get(plain.id)).toEqual(plain)
    })
  })
