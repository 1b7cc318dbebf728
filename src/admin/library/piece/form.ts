import type { Input } from '../../../contract'
import type { DeskPiece } from '../../../contract/desk'
import type { Picture, ShownMedia } from '../../../contract/pieces'
import { blocksFrom } from '../../../domain/pieces/from-doc'
import { type Doc, docFrom } from '../body/blocks-to-doc'
import { sentDoc } from '../body/sent-doc'

/** A source while it is typed: nothing is required yet. `key` only tells rows apart on the screen. */
export type SourceRow = { key: string; title: string; publisher: string; year: number | null; url: string }

/** What the editor has on the page now. */
export type Form = Pick<DeskPiece, 'topic' | 'audiences' | 'title' | 'summary' | 'author'> & {
  cover: Picture | null
  doc: Doc
  media: ShownMedia | null
  sources: SourceRow[]
}

type Draft = Input<'desk', 'save'>['draft']

export const formOf = (piece: DeskPiece): Form => ({
  topic: piece.topic,
  audiences: piece.audiences,
  title: piece.title,
  summary: piece.summary,
  author: piece.author,
  cover: piece.cover,
  doc: docFrom(piece.body),
  media: piece.media,
  sources: piece.sources.map((source, index) => ({ key: `stored-${index}`, ...source, url: source.url ?? '' })),
})

const sentPicture = (picture: Picture | null) =>
  picture && { file: picture.file, alt: picture.alt.trim(), width: picture.width, height: picture.height }

const isBlank = (row: SourceRow) => !row.title.trim() && !row.publisher.trim() && row.year === null && !row.url.trim()

const sentSource = ({ title, publisher, year, url }: SourceRow) => ({
  title: title.trim(),
  publisher: publisher.trim(),
  year: year ?? 0,
  ...(url.trim() ? { url: url.trim() } : {}),
})

export const draftOf = (form: Form): Draft => ({
  topic: form.topic,
  audiences: form.audiences,
  title: form.title.trim(),
  summary: form.summary.trim(),
  author: form.author.trim(),
  cover: sentPicture(form.cover),
  doc: sentDoc(form.doc),
  media: form.media && {
    file: form.media.file,
    bytes: form.media.bytes,
    seconds: form.media.seconds,
    poster: sentPicture(form.media.poster),
    captions: form.media.captions?.file ?? null,
  },
  sources: form.sources.filter((row) => !isBlank(row)).map(sentSource),
})

/** Equal for two forms that would be stored alike, whatever the editor's document looks like inside. */
export const fingerprint = (form: Form) => {
  const { doc, ...rest } = draftOf(form)
  return JSON.stringify([rest, blocksFrom(doc)])
}

const sourceProblem = (row: SourceRow) => {
  if (isBlank(row)) return null
  if (!row.title.trim()) return '还没有标题'
  if (!row.publisher.trim()) return '还没有出版方'
  if (row.year === null) return '还没有年份'
  const url = row.url.trim()
  if (url && !(URL.canParse(url) && new URL(url).protocol === 'https:')) return '网址要以 https:// 开头'
  return null
}

/** What keeps the form from being saved, in words; empty when nothing does. */
export const problemsOf = (form: Form): string[] =>
  form.sources.flatMap((row, index) => {
    const problem = sourceProblem(row)
    return problem ? [`第 ${index + 1} 条来源：${problem}`] : []
  })

/** Everything written, to be kept outside the console when it cannot be saved. */
export const plainForm = (form: Form) => {
  const text = blocksFrom(form.doc).map((block) => {
    if (block.type === 'heading') return block.text
    if (block.type === 'list')
      return block.items.map((spans) => `· ${spans.map((span) => span.text).join('')}`).join('\n')
    if (block.type === 'paragraph' || block.type === 'quote') return block.spans.map((span) => span.text).join('')
    if (block.type === 'image') return `［图片：${block.alt}］`
    return '——'
  })
  const sources = form.sources.map((row) =>
    [row.title, row.publisher, row.year ?? '', row.url].filter(Boolean).join('，'),
  )
  return [
    form.title,
    form.summary,
    form.author,
    '',
    ...text,
    ...(sources.length > 0 ? ['', '来源', ...sources] : []),
  ].join('\n')
}
