import type { FileToSave, Saved } from './save-file'

/** A browser keeps nothing of it but what the person saved. */
export const removeFile = () => undefined

const bytesOf = ({ data, coding }: FileToSave) =>
  coding === 'utf8' ? data : Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0))

export const saveFile = async (file: FileToSave): Promise<Saved> => {
  const address = URL.createObjectURL(new Blob([bytesOf(file)], { type: file.type }))
  const link = document.createElement('a')
  link.href = address
  link.download = file.name
  document.body.append(link)
  link.click()
  link.remove()
  URL.revokeObjectURL(address)
  return 'saved'
}
