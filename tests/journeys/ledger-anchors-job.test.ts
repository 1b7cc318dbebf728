import { describe, expect, it } from 'vitest'
import { append, hashed } from '../../cloudfunctions/_kit/ledger'
import { anchorsStore, notePutBack } from '../../cloudfunctions/_kit/ledger-anchors'
import { done } from '../../src/domain/result'
import { anchoredHouse, HOUR, looked } from '../house/anchored'
import { cutOff } from '../house/cut-off'
import { dataOf } from '../house/data-of'

const {
  house,
  kinds,
  removeRows,
  personIdOf,
  around,
  heads,
  headOf,
  verified,
  broken,
  parts,
  linesOf,
  looksAt,
  anHourLater,
  runOver,
  removeAllTraces,
} = await anchoredHouse()

describe('the job', () => {
  it('ends in the same state wherever it is cut off, and when two run at once', async () => {
    await looksAt('林', '王')
    await anHourLater()
    await looksAt('林', '王', '高')
    house.clock.forward(HOUR)
    let cuts = 0
    for (let whole = false; !whole; cuts++) {
      whole = await runOver(cutOff(house.database, cuts).database).then(
        () => true,
        (error) => {
          if (!String(error).includes('cut off')) throw error
          return false
        },
      )
      expect({ cuts, broken: await broken() }).toEqual({ cuts, broken: [] })
    }
    expect(cuts).toBeGreaterThan(10)
    await looksAt('高', '王')
    house.clock.forward(HOUR)
    await Promise.all([runOver(house.database), runOver(house.database)])
    await runOver(house.database)
    expect(await broken()).toEqual([])
    const waiting = await heads().count({ index: 'byWait', range: { from: '0' } })
    expect(waiting).toBe(0)
    const lines = (await Promise.all(Array.from({ length: await parts() }, (_, at) => linesOf(at + 1)))).flat()
    for (const name of ['林', '王', '高']) {
      const { ledger, seq } = await headOf(name)
      expect(lines.filter((line) => line[0] === ledger && line[1] === seq).length, name).toBeGreaterThan(0)
    }
  })

  it('writes nothing where nothing was read, and many in parts of a hundred', async () => {
    await looksAt(...Array.from({ length: 150 }, (_, at) => `每人${at}`))
    await anHourLater()
    expect([(await linesOf(1)).length, (await linesOf(2)).length]).toEqual([100, 50])
    await anHourLater()
    expect(await parts()).toBe(2)
    expect(await verified()).toMatchObject({ anchored: 150, broken: 0 })
  })

  it('does not write down what may still be taken back', async () => {
    await looksAt('林')
    house.clock.forward(63)
    const undo = await append(personIdOf('林'), looked, around())
    house.clock.forward(2)
    await house.tick()
    const { ledger } = await headOf('林')
    expect((await linesOf(1)).map(([id, seq]) => [id, seq])).toEqual([[ledger, 1]])
    await undo()
    expect(await broken()).toEqual([])
    await looksAt('林')
    await anHourLater()
    expect((await linesOf(2)).map(([id, seq]) => [id, seq])).toEqual([[ledger, 2]])
    expect(await broken()).toEqual([])
  })

  it('takes in what an older version wrote', async () => {
    await looksAt('林')
    const head = await headOf('林')
    const old = hashed(house.keys, { ...head, ledger: '', waitsSince: '' })
    await heads().change(head.id, () => done({ write: old, reply: true }))
    await house.database.open(anchorsStore).remove('chain')
    expect(await broken()).toEqual([])
    house.clock.forward(10)
    await house.tick()
    await anHourLater()
    expect((await linesOf(1)).map(([id]) => id)).toEqual([head.ledger])
    expect(await broken()).toEqual([])
  })
})

describe('a database that was put back to an earlier day', () => {
  let auditors = 0
  /** All pages of `audit.verify`, as the console puts them together. */
  const toldAuditor = async () => {
    const auditor = await house.staff(`auditor-${auditors++}`, '郑审', 'auditor')
    const told = { broken: 0, putBack: [] as string[] }
    for (let after: string | null | undefined; after !== null; ) {
      const page = dataOf(await auditor.audit.verify(after ? { after } : {}))
      told.broken += page.broken
      told.putBack.push(...page.putBack)
      after = page.next
    }
    return told
  }
  const rollBack = async (then: Record<string, unknown[]>) => {
    const now = await house.dump()
    for (const declaration of kinds) {
      await removeRows(declaration, now[declaration.name])
      for (const row of then[declaration.name] ?? []) {
        const { v, ...document } = row as Record<string, unknown>
        await house.database.open(declaration).insert(document)
      }
    }
  }

  it('is a break until the operator says so outside of it, and what came before it is still held against it', async () => {
    await looksAt('林', '王')
    await anHourLater()
    const then = await house.dump()
    await looksAt('林', '高')
    await anHourLater()
    const { ledger } = await headOf('林')
    const gone = await headOf('高')
    await rollBack(then)
    expect((await broken()).sort()).toEqual(
      ['ledgerAnchors chain', `ledgerAnchors ${ledger}`, `ledgerAnchors ${gone.ledger}`].sort(),
    )
    house.clock.forward(HOUR)
    await expect(runOver(house.database)).rejects.toThrow('do not belong together')
    expect(await broken()).toContain('ledgerAnchors chain')

    await notePutBack(house.files)
    expect(await verified()).toMatchObject({ broken: 0, putBack: ['just now'] })
    expect(await toldAuditor()).toEqual({ broken: 0, putBack: [house.clock.now().toISOString()] })
    await anHourLater()
    expect(await toldAuditor()).toEqual({ broken: 0, putBack: [house.clock.now().toISOString()] })
    const noted = await verified()
    expect(noted).toMatchObject({ broken: 0, putBack: [house.clock.now().toISOString()] })
    await looksAt('林', '高')
    await anHourLater()
    await anHourLater()
    expect(await broken()).toEqual([])
    const { ledger: wangs } = await headOf('王')
    await removeAllTraces('王')
    expect(new Set(await broken())).toEqual(new Set([`ledgerAnchors ${wangs}`]))
  })

  it('is not forgiven by a word that was said when nothing was put back', async () => {
    await looksAt('林')
    await anHourLater()
    await notePutBack(house.files)
    await anHourLater()
    const { ledger } = await headOf('林')
    await removeAllTraces('林')
    expect(await verified()).toMatchObject({ putBack: [], breaks: [{ where: 'ledgerAnchors', id: ledger }] })
  })
})
