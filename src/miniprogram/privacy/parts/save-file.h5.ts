import type { Saved } from './save-file'

/** A browser keeps nothing of it but what the person saved. */
export const removeFile = () => undefined

export const saveFile = async ({ name, zip }: { name: string; zip: string }): Promise<Saved> => {
  const bytes = Uint8Array.from(atob(zip), (letter) => letter.charCodeAt(0))
  const address = URL.createObjectURL(new Blob([bytes], { type: 'application/zip' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  document.body.append(link)
  link.click()
  link.remove()
  URL.revokeObjectURL(address)
  return 'saved'
}
