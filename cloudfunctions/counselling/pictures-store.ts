import * as z from 'zod'
import { declare } from '../_kit/declaration'
import { SealedText } from '../_kit/sealing'

/**
 * One piece of a picture. `id` is `<chatId>.<messageId>.<piece>`, so that sending again is the same piece; `data` is base64.
 * `unsent` until the message it belongs to is numbered: what is never finished goes after a day.
 */
export type StoredPicture = {
  id: string
  personId: string
  chatId: string
  messageId: string
  piece: number
  bytes: number
  unsent: boolean
  at: string
  data: SealedText
}

export const picturesStore = declare<StoredPicture>({
  name: 'pictures',
  title: '发过的图片',
  about: '您和咨询师在对话里发的图片；和那段对话用同一把密钥，加密存放',
  schema: z.strictObject({
    id: z.string(),
    personId: z.string(),
    chatId: z.string(),
    messageId: z.string(),
    piece: z.number(),
    bytes: z.number(),
    unsent: z.boolean(),
    at: z.string(),
    data: SealedText,
  }),
  indexes: {
    byPerson: ['personId', 'at'],
    byChat: ['chatId', 'piece'],
    byBeginning: ['chatId', 'unsent', 'piece', 'at'],
    byUnsent: ['unsent', 'at'],
    byTime: ['at'],
  },
  owner: { kind: 'person', field: 'personId', destroyed: 'alone' },
  goesWith: ['chats', 'messages'],
  keyedBy: 'chatId',
  keyedWith: 'chats',
  sensitivity: 'sensitive',
  sealed: ['data'],
  keep: { days: 730, since: 'at', why: '保留两年，方便您回看；您随时可以删除一段，或连同对话全部删除' },
  fields: { at: '时间', data: '图片' },
  seenBy: '和您说话的那位咨询师，只在说话的时候',
})
