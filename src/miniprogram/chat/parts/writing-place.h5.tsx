import { createElement, useEffect, useRef } from 'react'
import type { WritingPlaceProps } from './writing-place'

/** A finger has a button to send with; who has a keyboard sends by it, and Shift makes a new line. */
const byKeyboard = () => window.matchMedia?.('(pointer: fine)').matches ?? false

type Key = { key: string; shiftKey: boolean; nativeEvent: { isComposing?: boolean }; preventDefault: () => void }

/** A browser's own field: Taro's cannot be told to remember nothing. */
export const WritingPlace = ({ value, onWrite, onSend }: WritingPlaceProps) => {
  const place = useRef<HTMLTextAreaElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is written makes it higher
  useEffect(() => {
    const { current } = place
    if (!current) return
    current.style.height = 'auto'
    current.style.height = `${current.scrollHeight}px`
  }, [value])
  return createElement('textarea', {
    ref: place,
    className: 'composer__place',
    rows: 1,
    autoComplete: 'off',
    spellCheck: false,
    value,
    placeholder: '写在这里',
    'aria-label': '想说的话',
    onChange: (event: { currentTarget: { value: string } }) => onWrite(event.currentTarget.value),
    onKeyDown: (event: Key) => {
      if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing || !byKeyboard()) return
      event.preventDefault()
      onSend()
    },
  })
}
