import { randomUUID } from 'node:crypto'
import * as z from 'zod'
import { Busy, type Collection, type Database, type Page, type Query } from '../../../cloudfunctions/_kit/database'
import { type AnyDeclaration, declare } from '../../../cloudfunctions/_kit/declaration'

/** One implementation of the port, provisioned for the declarations of the suite. */
export type Opening = (
  declarations: readonly AnyDeclaration[],
) => Promise<{ database: Database; close(): Promise<void> }>

const plain = {
  title: '试样',
  about: '只在测试里使用',
  owner: { kind: 'union' },
  sensitivity: 'internal',
  keep: { until: 'removed', why: '测试结束即删除' },
} as const

export type Book = {
  id: string
  shelf: string
  title: string
  pages: number
  lent: boolean
  text?: string | undefined
  marks?: { page: number; words: string[] }[] | undefined
}

export const booksStore = declare<Book>({
  ...plain,
  name: 'conformanceBooks',
  schema: z.strictObject({
    id: z.string(),
    shelf: z.string(),
    title: z.string(),
    pages: z.number(),
    lent: z.boolean(),
    text: z.string().optional(),
    marks: z.array(z.strictObject({ page: z.number(), words: z.array(z.string()) })).optional(),
  }),
  indexes: { byTitle: ['shelf', 'title'], byPages: ['shelf', 'pages'], lentByPages: ['shelf', 'lent', 'pages'] },
})

export type Account = { id: string; balance: number }

const accountSchema = z.strictObject({ id: z.string(), balance: z.number() })

export const accountsStore = declare<Account>({ ...plain, name: 'conformanceAccounts', schema: accountSchema })
export const reservesStore = declare<Account>({ ...plain, name: 'conformanceReserves', schema: accountSchema })

type Pool = { left: number; holders: string[] }

export type Hall = {
  id: string
  seats: Pool
  freed: Pool
  visits?: number | undefined
  totals?: Record<string, number | Record<string, number>> | undefined
}

const poolSchema = z.strictObject({ left: z.number(), holders: z.array(z.string()) })

export const hallsStore = declare<Hall>({
  ...plain,
  name: 'conformanceHalls',
  counter: true,
  schema: z.strictObject({
    id: z.string(),
    seats: poolSchema,
    freed: poolSchema,
    visits: z.number().optional(),
    totals: z.record(z.string(), z.union([z.number(), z.record(z.string(), z.number())])).optional(),
  }),
})

export type Remark = { id: string; about?: string | undefined }

/** Its indexed field may be absent by its schema, and must not be. */
export const remarksStore = declare<Remark>({
  ...plain,
  name: 'conformanceRemarks',
  schema: z.strictObject({ id: z.string(), about: z.string().optional() }),
  indexes: { byAbout: ['about'] },
})

type OldLetter = { id: string; name: string }
export type Letter = { id: string; family: string; given: string; copies: number }

const letters = { ...plain, name: 'conformanceLetters' } as const

/** The same collection, as it was declared two versions ago. */
export const oldLettersStore = declare<OldLetter>({
  ...letters,
  schema: z.strictObject({ id: z.string(), name: z.string() }),
})

export const lettersStore = declare<Letter>({
  ...letters,
  version: 3,
  migrations: {
    1: ({ name, ...rest }) => ({ ...rest, family: String(name).slice(0, 1), given: String(name).slice(1) }),
    2: (old) => ({ ...old, copies: 1 }),
  },
  schema: z.strictObject({ id: z.string(), family: z.string(), given: z.string(), copies: z.number() }),
})

export const suiteDeclarations: readonly AnyDeclaration[] = [
  booksStore,
  accountsStore,
  reservesStore,
  hallsStore,
  lettersStore,
  remarksStore,
]

/** The database under test, once it is open. */
export type Stage = { database: Database }

export const fresh = (word = 'x') => `${word}-${randomUUID()}`

export const book = (shelf: string, more: Partial<Book> = {}): Book => ({
  id: fresh('book'),
  shelf,
  title: '无题',
  pages: 100,
  lent: false,
  ...more,
})

export const hall = (left: number, more: Partial<Hall> = {}): Hall => ({
  id: fresh('hall'),
  seats: { left, holders: [] },
  freed: { left: 0, holders: [] },
  ...more,
})

/** Every page of a search, one after the other. */
export async function pagesOf(books: Collection<Book>, query: Query): Promise<Book[][]> {
  const pages: Book[][] = []
  let after: string | undefined
  do {
    const page: Page<Book> = await books.find(after === undefined ? query : { ...query, after })
    pages.push(page.rows)
    after = page.next ?? undefined
  } while (after !== undefined)
  return pages
}

/** As a client does that hears BUSY: asks again, and gives up at last. */
export async function persistently<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++)
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof Busy) || attempt === 50) throw error
    }
}

export const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i))

/** The keys that deployment declares on WeChat: those of the declaration, then `_id` as the last tie-break. */
export const provisioned = (declarations: readonly AnyDeclaration[]) => ({
  collections: declarations.map(({ name, indexes }) => ({
    name,
    indexes: Object.entries(indexes).map(([index, fields]) => ({
      name: index,
      keys: [...fields, '_id'].map((key) => ({ name: key, direction: '1' as const })),
    })),
  })),
})
