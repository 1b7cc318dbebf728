import { useState } from 'react'
import { ask } from '../../parts/ask'
import { newId } from '../../phone/new-id'
import { keepImage, type Unsent } from '../../phone/talks'
import { bytesOf, piecesOf } from './image-fit'
import { pickImage } from './pick-image'

/** Chooses one picture, says what is sent, and says it like anything else. */
export const usePicture = (onSay: (one: Unsent) => void) => {
  const [wrong, setWrong] = useState<string | null>(null)

  const choose = async () => {
    setWrong(null)
    const picked = await pickImage()
    if (picked === null) return
    if (picked === 'not-fit') {
      setWrong('这张图片发不了。可以换一张照片（JPEG、PNG 或 WebP），或者用文字说说里面是什么。')
      return
    }
    const { base64, width, height } = picked
    const sure = await ask({
      title: '发这张图片',
      content: `会先缩小（${width}×${height}，约 ${Math.ceil(bytesOf(base64) / 1024)} KB）再发。和说的话一样加密存放，只有您和对方能看到；删除这段对话时一起删掉。`,
      confirmText: '发送',
      cancelText: '先不发',
    })
    if (!sure) return
    const id = newId()
    keepImage(id, base64)
    const image = { pieces: piecesOf(base64).length, width, height, arrived: 0 }
    onSay({ id, at: new Date().toISOString(), text: '', image, refused: '' })
  }

  return { wrong, choose }
}
