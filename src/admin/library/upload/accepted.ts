import type { UploadKind } from '../../../domain/pieces/upload'

/** What the file chooser offers; the cloud looks at the content itself. */
export const endings: Record<UploadKind, readonly string[]> = {
  image: ['.jpg', '.jpeg', '.png', '.webp', '.gif'],
  audio: ['.mp3', '.m4a'],
  video: ['.mp4'],
  captions: ['.vtt'],
}

export const shownBytes = (bytes: number) => {
  if (bytes < 1024) return `${bytes} B`
  if (bytes < 1024 * 1024) return `${(bytes / 1024).toFixed(0)} KB`
  return `${(bytes / 1024 / 1024).toFixed(1).replace(/\.0$/, '')} MB`
}

/** Why a chosen file need not travel at all; null when it may. */
export const fileProblem = (kind: UploadKind, file: { name: string; size: number }, limit: number): string | null => {
  if (!endings[kind].some((ending) => file.name.toLowerCase().endsWith(ending)))
    return `这里只能用 ${endings[kind].join('、')} 文件，请换一个文件`
  if (file.size === 0) return '这个文件是空的，请换一个文件'
  if (file.size > limit) return `这个文件有 ${shownBytes(file.size)}，最大 ${shownBytes(limit)}，请压缩后再上传`
  return null
}
