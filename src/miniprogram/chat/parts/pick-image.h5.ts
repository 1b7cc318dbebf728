import { attempts, MOST_BYTES } from './image-fit'
import type { Picked } from './pick-image'

/** A browser's own field for files: Taro's stays in the document and remembers what was chosen. */
const choose = () =>
  new Promise<File | null>((resolve) => {
    const field = document.createElement('input')
    field.type = 'file'
    field.accept = 'image/jpeg,image/png,image/webp'
    field.style.display = 'none'
    field.addEventListener('change', () => {
      resolve(field.files?.[0] ?? null)
      field.remove()
    })
    field.addEventListener('cancel', () => {
      resolve(null)
      field.remove()
    })
    document.body.append(field)
    field.click()
  })

const toBase64 = (blob: Blob) =>
  new Promise<string>((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''))
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(blob)
  })

/** Drawn anew, it loses what a camera writes into a picture: where it was taken, and when. */
const drawn = (image: ImageBitmap, width: number, height: number, quality: number) => {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const brush = canvas.getContext('2d')
  // What is clear would turn black as a JPEG.
  if (brush) {
    brush.fillStyle = '#ffffff'
    brush.fillRect(0, 0, width, height)
    brush.drawImage(image, 0, 0, width, height)
  }
  return new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality))
}

export const pickImage = async (): Promise<Picked | 'not-fit' | null> => {
  const file = await choose()
  if (file === null) return null
  try {
    const image = await createImageBitmap(file)
    for (const { width, height, quality } of attempts(image)) {
      const blob = await drawn(image, width, height, quality)
      if (blob && blob.size <= MOST_BYTES) return { base64: await toBase64(blob), width, height }
    }
  } catch {
    return 'not-fit'
  }
  return 'not-fit'
}
