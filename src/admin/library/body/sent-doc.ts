import type { JSONContent } from '@tiptap/react'
import type { ShownBlock } from '../../../contract/pieces'
import { blocksFrom } from '../../../domain/pieces/from-doc'
import type { Doc } from './blocks-to-doc'

const sentNode = (node: JSONContent): JSONContent[] => {
  if (node.type !== 'image') return [{ ...node, ...(node.content ? { content: node.content.flatMap(sentNode) } : {}) }]
  const { file, alt, width, height } = node.attrs ?? {}
  return file ? [{ type: 'image', attrs: { file, alt, width, height } }] : []
}

/** What travels: a picture goes by the name of its stored file, never by an address; one without a file stays behind. */
export const sentDoc = (doc: Doc): Doc => ({ ...doc, content: (doc.content ?? []).flatMap(sentNode) })

const addressesIn = (node: JSONContent): [string, string][] => [
  ...(node.type === 'image' && node.attrs?.file ? [[node.attrs.file, node.attrs.src] as [string, string]] : []),
  ...(node.content ?? []).flatMap(addressesIn),
]

/** The document as readers would see it if it were saved now: the cloud's own rule, with the addresses the editor knows. */
export const shownBody = (doc: Doc): ShownBlock[] => {
  const addresses = new Map(addressesIn(doc))
  return blocksFrom(doc).map((block) =>
    block.type === 'image' ? { ...block, url: addresses.get(block.file) ?? '' } : block,
  )
}
