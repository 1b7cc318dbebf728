import { useEffect, useRef, useState } from 'react'
import type { AnyRefusal } from '../../../contract'
import { messages } from '../../../contract/messages.zh-CN'
import { api } from '../../cloud/api'
import { shelf } from '../../cloud/use-reply'
import { ask } from '../../parts/ask'
import { removeFile, saveFile } from '../../phone/save-file'
import { dropTalk } from '../../phone/talks'
import { readAll, transcriptName, transcriptOf } from './transcript'

const inWechat = process.env.TARO_ENV === 'weapp'
type Answer = { ok: true } | { ok: false; code: string }

/** What a person can do with a conversation besides speaking. One at a time; `said` is what the last one came to. */
export const useActs = (chatId: string, look: () => Promise<void>) => {
  const [busy, setBusy] = useState(false)
  const [said, setSaid] = useState<string | null>(null)
  const [gone, setGone] = useState(false)
  const here = useRef(true)
  useEffect(() => {
    removeFile()
    return () => {
      here.current = false
    }
  }, [])

  /** Whether it was done. */
  const act = async (step: () => Promise<Answer>): Promise<boolean> => {
    if (busy) return false
    setBusy(true)
    setSaid(null)
    const reply = await step()
    if (!here.current) return false
    setBusy(false)
    if (!reply.ok) setSaid(messages[reply.code as AnyRefusal])
    return reply.ok
  }

  const end = async () => {
    const sure = await ask({
      title: '结束这段对话',
      content: '结束后不能在这里接着写。说过的话只有您自己还能看。以后想说，随时可以开始新的一段。',
      confirmText: '结束',
      cancelText: '接着聊',
    })
    if (sure && (await act(() => api.chats.end({ chatId })))) await look()
  }

  const destroy = async () => {
    const sure = await ask({
      title: '删除这段对话',
      content: '说过的每一句、发过的图片，您这边和对方那边都会删掉。删掉以后谁也看不到，也找不回来。',
      confirmText: '删除',
      cancelText: '先留着',
    })
    if (!sure || !(await act(() => api.chats.destroy({ chatId })))) return
    dropTalk(chatId)
    shelf.drop('chats')
    setGone(true)
  }

  const answerTransfer = async (agreed: boolean) => {
    await act(() => api.chats.answerTransfer({ chatId, agreed }))
    await look()
  }

  const save = () =>
    act(async () => {
      const all = await readAll(api.chats, chatId)
      if (!all.ok) return all
      const data = transcriptOf(all.chat, all.messages)
      const saved = await saveFile({ name: transcriptName(all.chat), data, coding: 'utf8', type: 'text/plain' })
      if (saved === 'not-saved') setSaid('这次没有存下来。需要的时候再点一次就行。')
      else setSaid(inWechat ? '发好了。这里不留副本。' : '已经交给浏览器保存，在「下载」里可以找到。')
      return { ok: true }
    })

  return { busy, said, gone, end, destroy, answerTransfer, save }
}
