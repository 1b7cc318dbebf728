import Taro from '@tarojs/taro'
import { attempts, bytesOf, MOST_BYTES, type Size } from './image-fit'

export type Picked = Size & { base64: string }

/** Taro gives no promise for this one. */
const read = (filePath: string) =>
  new Promise<string>((resolve, fail) =>
    Taro.getFileSystemManager().readFile({
      filePath,
      encoding: 'base64',
      success: ({ data }) => resolve(data as string),
      fail,
    }),
  )

/** One picture, small enough to send. Null when nobody chose one; `not-fit` where it is none that can be sent. */
export const pickImage = async (): Promise<Picked | 'not-fit' | null> => {
  let path: string | undefined
  try {
    const { tempFiles } = await Taro.chooseMedia({ count: 1, mediaType: ['image'], sizeType: ['compressed'] })
    path = tempFiles[0]?.tempFilePath
  } catch {
    return null
  }
  if (path === undefined) return null
  try {
    const size = await Taro.getImageInfo({ src: path })
    for (const { width, height, quality } of attempts(size)) {
      const { tempFilePath } = await Taro.compressImage({
        src: path,
        quality: Math.round(quality * 100),
        compressedWidth: width,
        compressedHeight: height,
      } as Taro.compressImage.Option)
      const base64 = await read(tempFilePath)
      if (bytesOf(base64) <= MOST_BYTES) return { base64, width, height }
    }
  } catch {
    return 'not-fit'
  }
  return 'not-fit'
}
