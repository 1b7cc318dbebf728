import type { Api } from '../../src/contract/client'
import type { Draft } from '../../src/contract/desk'
import { dataOf } from './data-of'

/** A draft that could be submitted as it is. */
export const draftOf = (title: string, change: Partial<Draft> = {}): Draft => ({
  topic: 'sleep',
  audiences: ['frontline'],
  title,
  summary: '给刚下夜班的您',
  author: '陈静',
  cover: null,
  doc: {
    type: 'doc',
    content: [{ type: 'paragraph', content: [{ type: 'text', text: '先把窗帘拉上，再慢慢躺下。' }] }],
  },
  media: null,
  sources: [],
  ...change,
})

/** From nothing to readers: written by one, approved by the other. */
export async function publish(editor: Api, reviewer: Api, pieceId: string, title: string, change: Partial<Draft> = {}) {
  const begun = dataOf(await editor.desk.create({ pieceId, kind: change.media ? 'video' : 'article', title }))
  const saved = dataOf(await editor.desk.save({ pieceId, revision: begun.revision, draft: draftOf(title, change) }))
  const submitted = dataOf(await editor.desk.submit({ pieceId, revision: saved.revision }))
  return dataOf(await reviewer.desk.approve({ pieceId, revision: submitted.revision }))
}
