import * as z from 'zod'
import { uploadKinds } from '../../src/contract/uploads'
import type { Edition, Piece } from '../../src/domain/pieces/piece'
import { audiences, kinds, stages, topics } from '../../src/domain/pieces/words'
import { declare } from '../_kit/declaration'

const Picture = z.strictObject({ file: z.string(), alt: z.string(), width: z.number(), height: z.number() })
const Span = z.strictObject({
  text: z.string(),
  bold: z.boolean().optional(),
  italic: z.boolean().optional(),
  link: z.string().optional(),
})
const Block = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('heading'), level: z.union([z.literal(2), z.literal(3)]), text: z.string() }),
  z.strictObject({ type: z.literal('paragraph'), spans: z.array(Span) }),
  z.strictObject({ type: z.literal('list'), ordered: z.boolean(), items: z.array(z.array(Span)) }),
  z.strictObject({ type: z.literal('quote'), spans: z.array(Span) }),
  Picture.extend({ type: z.literal('image') }),
  z.strictObject({ type: z.literal('divider') }),
])
const Media = z.strictObject({
  file: z.string(),
  mime: z.string(),
  bytes: z.number(),
  seconds: z.number(),
  poster: Picture.nullable(),
  captions: z.string().nullable(),
})
const Source = z.strictObject({
  title: z.string(),
  publisher: z.string(),
  year: z.number(),
  url: z.string().optional(),
})
const Content = z.strictObject({
  topic: z.enum(topics),
  audiences: z.array(z.enum(audiences)),
  title: z.string(),
  summary: z.string(),
  author: z.string(),
  cover: Picture.nullable(),
  body: z.array(Block),
  media: Media.nullable(),
  sources: z.array(Source),
})
const Worker = z.strictObject({ staffId: z.string(), name: z.string() })

export const piecesStore = declare<Piece>({
  name: 'pieces',
  title: '内容工作稿',
  about: '内容的工作稿：编辑正在写的和审核中的文字，读者看不到',
  schema: z.strictObject({
    id: z.string(),
    kind: z.enum(kinds),
    stage: z.enum(stages),
    content: Content,
    revision: z.number(),
    writer: Worker,
    writers: z.array(z.string()),
    liveVersion: z.number().nullable(),
    lastVersion: z.number(),
    note: z.string(),
    reviewer: Worker.nullable(),
    publishedAt: z.string().nullable(),
    updatedAt: z.string(),
  }),
  indexes: { byChange: ['updatedAt'], byStage: ['stage', 'updatedAt'] },
  owner: { kind: 'union' },
  sensitivity: 'internal',
  keep: { until: 'removed', why: '工会编写的内容，长期保留' },
})

export const editionsStore = declare<Edition>({
  name: 'editions',
  title: '公开内容',
  about: '已公开的内容全文：读者打开一篇时看到的文字',
  schema: z.strictObject({
    id: z.string(),
    kind: z.enum(kinds),
    content: Content,
    version: z.number(),
    minutes: z.number(),
    reviewer: z.string(),
    reviewedAt: z.string(),
    publishedAt: z.string(),
  }),
  owner: { kind: 'union' },
  sensitivity: 'public',
  keep: { until: 'removed', why: '公开期间保留，撤回时立即移除' },
})

export type StoredCard = {
  id: string
  kind: (typeof kinds)[number]
  topic: (typeof topics)[number]
  audiences: (typeof audiences)[number][]
  title: string
  summary: string
  author: string
  minutes: number
  cover: z.output<typeof Picture> | null
  publishedAt: string
}

/** Lists read cards and never whole editions: a page of twenty stays a few kilobytes. */
export const cardsStore = declare<StoredCard>({
  name: 'cards',
  title: '内容目录',
  about: '已公开内容的目录卡片：标题、摘要、作者与时长',
  schema: z.strictObject({
    id: z.string(),
    kind: z.enum(kinds),
    topic: z.enum(topics),
    audiences: z.array(z.enum(audiences)),
    title: z.string(),
    summary: z.string(),
    author: z.string(),
    minutes: z.number(),
    cover: Picture.nullable(),
    publishedAt: z.string(),
  }),
  indexes: {
    newest: ['publishedAt'],
    byTopic: ['topic', 'publishedAt'],
    byKind: ['kind', 'publishedAt'],
    byTopicAndKind: ['topic', 'kind', 'publishedAt'],
  },
  owner: { kind: 'union' },
  sensitivity: 'public',
  keep: { until: 'removed', why: '公开期间保留，撤回时立即移除' },
})

/** `word`: random, new with every approval and recall. */
export type Shelf = { id: string; word: string; turnedAt: string }

export const shelvesStore = declare<Shelf>({
  name: 'shelves',
  title: '目录标记',
  about: '公开内容上次变动的标记，用来判断列表要不要重新读取',
  schema: z.strictObject({ id: z.string(), word: z.string(), turnedAt: z.string() }),
  owner: { kind: 'union' },
  sensitivity: 'public',
  keep: { until: 'removed', why: '只有一条，随内容变动更新' },
})

export type Favourite = { id: string; personId: string; pieceId: string; addedAt: string }

export const favouritesStore = declare<Favourite>({
  name: 'favourites',
  title: '收藏',
  about: '您收藏了哪几篇内容',
  schema: z.strictObject({ id: z.string(), personId: z.string(), pieceId: z.string(), addedAt: z.string() }),
  indexes: { byPerson: ['personId', 'addedAt'], byOwner: ['personId'] },
  owner: { kind: 'person', field: 'personId', destroyed: 'alone' },
  sensitivity: 'personal',
  keep: { until: 'removed', why: '您取消收藏时立即删除' },
  fields: { pieceId: '内容编号', addedAt: '收藏时间' },
})

export const favouriteId = (personId: string, pieceId: string) => `${personId}.${pieceId}`

/**
 * `neededAt`: when a piece was last known to name the file, or when it was uploaded; a day behind at most. `removing`:
 * chosen for removal, nobody may take it up again until it is gone.
 */
export type StoredFile = { id: string; neededAt: string; removing: boolean }

export const filesStore = declare<StoredFile>({
  name: 'files',
  title: '文件',
  about: '存放的每个文件最近一次被内容用到的时间，用来清除不再需要的文件',
  schema: z.strictObject({ id: z.string(), neededAt: z.string(), removing: z.boolean() }),
  indexes: { byNeed: ['removing', 'neededAt'] },
  owner: { kind: 'union' },
  sensitivity: 'internal',
  keep: { until: 'removed', why: '没有任何内容再用到的文件，七天后连同这条记录一起清除' },
})

/** How far the round through all pieces has come: every piece before `after` was looked at since `begunAt`. */
export type FileRound = { id: string; begunAt: string; after: string }

export const fileRoundsStore = declare<FileRound>({
  name: 'fileRounds',
  title: '文件清查',
  about: '清查文件进行到哪一篇内容',
  schema: z.strictObject({ id: z.string(), begunAt: z.string(), after: z.string() }),
  owner: { kind: 'union' },
  sensitivity: 'internal',
  keep: { until: 'removed', why: '只有一条，随清查更新' },
})

export type Upload = {
  id: string
  staffId: string
  kind: (typeof uploadKinds)[number]
  bytes: number
  parts: number
  received: number[]
  begunAt: string
}

export const uploadsStore = declare<Upload>({
  name: 'uploads',
  title: '未传完的文件',
  about: '没有传完的文件：谁在传、传到第几段',
  schema: z.strictObject({
    id: z.string(),
    staffId: z.string(),
    kind: z.enum(uploadKinds),
    bytes: z.number(),
    parts: z.number(),
    received: z.array(z.number()),
    begunAt: z.string(),
  }),
  indexes: { byBegin: ['begunAt'] },
  owner: { kind: 'staff', field: 'staffId' },
  sensitivity: 'internal',
  keep: { days: 1, since: 'begunAt', why: '24 小时没有传完的文件自动清除' },
})
