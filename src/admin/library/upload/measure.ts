/** Pixels of a picture; null when the browser cannot open it. */
export const pixelsOf = async (file: Blob): Promise<{ width: number; height: number } | null> => {
  try {
    const bitmap = await createImageBitmap(file)
    const { width, height } = bitmap
    bitmap.close()
    return { width, height }
  } catch (fault) {
    if (fault instanceof DOMException) return null
    throw fault
  }
}

/** Length of a stored recording in seconds; null when the browser cannot play it. */
export const secondsOf = (kind: 'audio' | 'video', url: string) =>
  new Promise<number | null>((resolve) => {
    const player = document.createElement(kind)
    player.preload = 'metadata'
    player.onloadedmetadata = () =>
      resolve(Number.isFinite(player.duration) && player.duration > 0 ? player.duration : null)
    player.onerror = () => resolve(null)
    player.src = url
  })
