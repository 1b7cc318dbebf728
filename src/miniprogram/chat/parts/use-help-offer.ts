import { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import { go, paths } from '../../parts/ways'
import { changeTalk, talkOf } from '../../phone/talks'

/** The counsellor thinks that help should be at hand: its page comes first, once for each offer, and the talk afterwards. */
export const useHelpOffer = (chatId: string, offeredAt: string | null) => {
  const [seen, setSeen] = useState(() => talkOf(chatId)?.helpSeen ?? '')
  const [helping, setHelping] = useState(false)
  const away = useRef(false)
  const due = offeredAt !== null && offeredAt !== seen

  useEffect(() => {
    if (!due) return
    changeTalk(chatId, { helpSeen: offeredAt }, new Date())
    setSeen(offeredAt)
    setHelping(true)
    go(paths.help)
  }, [due, chatId, offeredAt])
  useDidHide(() => {
    away.current = true
  })
  useDidShow(() => {
    if (away.current) setHelping(false)
    away.current = false
  })

  return { first: due || helping, goOn: () => setHelping(false) }
}
