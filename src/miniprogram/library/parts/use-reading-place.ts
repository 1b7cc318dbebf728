import Taro, { usePageScroll } from '@tarojs/taro'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Edition } from '../../../contract/pieces'
import { keepPlace, placeIn } from '../../phone/places'
import { usePutAway } from '../../phone/use-put-away'

/** Less than this of a text is no place worth going back to. */
const WORTH = 0.03

const heightOf = (selector: string) =>
  new Promise<number>((resolve) => {
    Taro.createSelectorQuery()
      .select(selector)
      .boundingClientRect((box) => resolve((box as { height?: number } | null)?.height ?? 0))
      .exec()
  })

/** Remembers how far a text was read and goes back there when it is opened again. `selector` is the text. */
export const useReadingPlace = (edition: Edition | null, selector: string) => {
  const top = useRef(0)
  const height = useRef(0)
  const furthest = useRef(0)
  const [resumed, setResumed] = useState(false)
  const current = useRef(edition)
  current.current = edition
  const pieceId = edition?.id

  usePutAway(() => {
    const piece = current.current
    if (!piece || height.current === 0) return
    const part = Math.max(0, Math.min(1, furthest.current >= 1 ? 1 : top.current / height.current))
    if (part < WORTH && placeIn(piece.id) === null) return
    keepPlace({
      pieceId: piece.id,
      kind: piece.kind,
      title: piece.title,
      part,
      seconds: 0,
      at: new Date().toISOString(),
    })
  })

  usePageScroll(({ scrollTop }) => {
    top.current = scrollTop
  })

  useEffect(() => {
    if (!pieceId) return
    let here = true
    const before = placeIn(pieceId)
    Taro.nextTick(async () => {
      const measured = await heightOf(selector)
      if (!here || measured === 0) return
      height.current = measured
      if (!before || before.part < WORTH || before.part >= 0.95) return
      top.current = before.part * measured
      setResumed(true)
      Taro.pageScrollTo({ scrollTop: top.current, duration: 0 })
    })
    return () => {
      here = false
    }
  }, [pieceId, selector])

  return {
    resumed,
    finished: useCallback(() => {
      furthest.current = 1
    }, []),
    fromTheTop: () => {
      setResumed(false)
      top.current = 0
      Taro.pageScrollTo({ scrollTop: 0, duration: 0 })
    },
  }
}
