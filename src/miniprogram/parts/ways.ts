import Taro from '@tarojs/taro'
import type { Card } from '../../contract/pieces'
import type { Kind, Topic } from '../../domain/pieces/words'

export const paths = {
  home: '/pages/home/index',
  help: '/pages/help/index',
  notes: '/pages/notes/index',
  list: '/library/pages/list/index',
  piece: '/library/pages/piece/index',
  favourites: '/library/pages/favourites/index',
  breathing: '/library/pages/breathing/index',
} as const

export const wayTo = (piece: Pick<Card, 'kind'> & { id: string }) =>
  `${piece.kind === 'exercise' ? paths.breathing : paths.piece}?id=${encodeURIComponent(piece.id)}`

export const wayToList = ({ topic, kind }: { topic?: Topic; kind?: Kind }) => {
  const asked = [topic && `topic=${topic}`, kind && `kind=${kind}`].filter(Boolean).join('&')
  return asked ? `${paths.list}?${asked}` : paths.list
}

export const go = (url: string) => {
  Taro.navigateTo({ url })
}

/** One step back; a page opened from a link has nothing behind it but the home page. */
export const goBack = () => {
  if (Taro.getCurrentPages().length > 1) Taro.navigateBack()
  else Taro.switchTab({ url: paths.home })
}

/** Leaves nothing behind that a step back would show. */
export const hideQuickly = () => {
  Taro.reLaunch({ url: paths.notes })
}
