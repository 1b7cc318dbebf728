import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Collection, Database } from '../../../cloudfunctions/_kit/database'
import type { Declaration, Stored } from '../../../cloudfunctions/_kit/declaration'
import type { Files } from '../../../cloudfunctions/_kit/files'
import { staffStore } from '../../../cloudfunctions/_kit/identity'
import { isOffered } from '../../../cloudfunctions/assessments/offered'
import { releasesStore } from '../../../cloudfunctions/assessments/store'
import { filesOf } from '../../../cloudfunctions/library/show'
import { cardsStore, editionsStore, piecesStore } from '../../../cloudfunctions/library/store'
import { newest } from '../../domain/instruments/all'
import { instrumentIds } from '../../domain/instruments/instrument'
import { done } from '../../domain/result'
import { inShanghai } from '../../domain/time'
import { openFiles } from '../files-on-disk'
import { memoryDatabase } from '../testing/memory-database'
import { seedingsStore } from './marker'
import { seedMediaFolder } from './media'
import { seedPieces } from './pieces'
import { seed } from './seed'

const root = mkdtempSync(join(tmpdir(), 'xinyi-seed-'))
const begun = new Date('2026-11-22T02:00:00Z')
let store: Awaited<ReturnType<typeof memoryDatabase>>
let files: Files

beforeAll(async () => {
  store = await memoryDatabase()
  files = await openFiles(join(root, 'files'))
})
afterAll(async () => {
  await store.close()
  rmSync(root, { recursive: true })
})

const sow = (database: Database, now: Date) => seed({ database, files, media: seedMediaFolder, now, tell: () => {} })

const everything = async () => {
  const ids = seedPieces.map((piece) => piece.slug)
  return {
    staff: (await store.database.open(staffStore).find({ index: 'byLogin', limit: 100 })).rows,
    pieces: await store.database.open(piecesStore).getMany(ids),
    editions: await store.database.open(editionsStore).getMany(ids),
    cards: (await store.database.open(cardsStore).find({ index: 'newest', order: 'descending', limit: 100 })).rows,
    offered: await isOffered(instrumentIds.map(newest), store.database),
  }
}

/** The same database, which is cut off for good at the given write. */
function cutOffAt(database: Database, write: number): Database {
  let writes = 0
  const count = () => {
    if (++writes >= write) throw new Error('cut off')
  }
  return {
    open<T extends Stored>(declaration: Declaration<T>): Collection<T> {
      const inner = database.open(declaration)
      return {
        ...inner,
        insert: async (document) => {
          count()
          return inner.insert(document)
        },
        insertMany: async (documents) => {
          count()
          return inner.insertMany(documents)
        },
        change: async (id, rule) => {
          count()
          return inner.change(id, rule)
        },
      }
    },
    together: async (refs, rule) => {
      count()
      return database.together(refs, rule)
    },
  }
}

describe('the first contents', () => {
  it('go on where they were cut off, whatever was there already, and come out the same', async () => {
    // The mark, then each time: 14 staff, the branches, the counsellors and their hours, the releases, the rota and its head,
    // the hotlines, the pieces, the survey, the mark again.
    for (const write of [
      1,
      2,
      3,
      14,
      15,
      16,
      17,
      19,
      24,
      21 + seedPieces.length,
      22 + seedPieces.length,
      23 + seedPieces.length,
    ])
      await expect(sow(cutOffAt(store.database, write), begun)).rejects.toThrow('cut off')
    expect((await store.database.open(seedingsStore).get('first'))?.finishedAt).toBe('')
    await sow(store.database, new Date('2026-11-22T02:05:00Z'))
    const { staff, pieces, editions, cards, offered } = await everything()
    expect(offered.map(({ id }) => id)).toEqual([...instrumentIds])
    expect(staff.map((member) => [member.login, member.name, member.grants, member.passwordHash])).toEqual(
      (
        [
          ['chenguodong', '陈国栋', 'counsellor'],
          ['chenjing', '陈静', 'editor'],
          ['gaozhiming', '高志明', 'counsellor'],
          ['hanxuemei', '韩雪梅', 'auditor'],
          ['linyuehua', '林月华', 'counsellor'],
          ['liusuqin', '刘素琴', 'supervisor'],
          ['mazhiyuan', '马志远', 'supervisor'],
          ['naren', '娜仁', 'counsellor'],
          ['qinlan', '秦岚', 'manager'],
          ['shenruolan', '沈若兰', 'counsellor'],
          ['songlei', '宋磊', 'host'],
          ['suwan', '苏婉', 'counsellor'],
          ['wangjianguo', '王建国', 'manager'],
          ['zhoumin', '周敏', 'reviewer'],
        ] as const
      ).map(([login, name, role]) => [login, name, [{ role, branchId: 'city' }], '']),
    )
    expect([pieces.length, editions.length, cards.length]).toEqual(Array(3).fill(seedPieces.length))
  })

  it('were written by one person and let out by another, in working hours of the weeks before', async () => {
    const { pieces, editions, cards } = await everything()
    expect(cards.map((card) => card.id)).toEqual(seedPieces.map((piece) => piece.slug))
    for (const piece of pieces) {
      expect([piece.stage, piece.writer.name, piece.reviewer?.name, piece.liveVersion]).toEqual([
        'published',
        '陈静',
        '周敏',
        1,
      ])
    }
    for (const { publishedAt } of editions) {
      const daysBefore = (begun.getTime() - Date.parse(publishedAt)) / (24 * 60 * 60 * 1000)
      expect(daysBefore).toBeGreaterThan(0)
      expect(daysBefore).toBeLessThan(60)
      expect(inShanghai(publishedAt).hour()).toBeGreaterThanOrEqual(9)
      expect(inShanghai(publishedAt).hour()).toBeLessThan(17)
    }
  })

  it('show every recording, poster, picture and caption from the stored files', async () => {
    const { editions } = await everything()
    const named = editions.flatMap((edition) => filesOf(edition.content))
    for (const name of named) expect([name, await files.has(name)]).toEqual([name, true])
    const recordings = editions.filter((edition) => edition.kind === 'video' || edition.kind === 'audio')
    expect(recordings.length).toBeGreaterThanOrEqual(4)
    for (const { kind, content } of recordings) {
      expect(content.media?.seconds).toBeGreaterThan(30)
      if (kind === 'video')
        expect([content.media?.poster?.width, content.media?.captions]).toEqual([
          expect.any(Number),
          expect.stringMatching(/\.vtt$/),
        ])
    }
    expect(readdirSync(join(root, 'files', 'drafts'))).toEqual([])
  })

  it('are never given twice: what people changed or took away stays so', async () => {
    const [first, second] = seedPieces
    await store.database.open(piecesStore).change(first?.slug ?? '', () => done({ write: null, reply: true }))
    await store.database.open(cardsStore).remove(second?.slug ?? '')
    await store.database.open(releasesStore).remove('who5.1')
    await sow(store.database, new Date('2026-12-22T02:00:00Z'))
    const { pieces, cards, offered } = await everything()
    expect([pieces.length, cards.length]).toEqual([seedPieces.length - 1, seedPieces.length - 1])
    expect(offered.map(({ id }) => id)).toEqual(instrumentIds.filter((id) => id !== 'who5'))
  })

  it('are not given to a union that is at work already', async () => {
    await store.database.open(seedingsStore).remove('first')
    await sow(store.database, begun)
    expect(await store.database.open(seedingsStore).get('first')).toBeUndefined()
  })
})
