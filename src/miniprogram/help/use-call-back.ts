import { useDidShow } from '@tarojs/taro'
import { useRef, useState } from 'react'
import type { AnyRefusal } from '../../contract'
import { messages } from '../../contract/messages.zh-CN'
import { phoneOf } from '../../domain/duty/phone'
import { api } from '../cloud/api'
import { isStranger } from '../cloud/stranger'
import { go, wayToConsent } from '../parts/ways'
import { newId } from '../phone/new-id'
import type { useStanding } from './use-standing'

/** After these nobody knows whether the request arrived: asked again under the same id it is the same one. */
const lost: readonly AnyRefusal[] = ['OFFLINE', 'TIMED_OUT', 'INTERNAL', 'BUSY']

export const said = {
  notFit: '这个号码好像不完整，请再看一遍。手机号是 11 位，座机请带上区号。',
  notSent: '现在发不出去，网络没有连上。号码还在这一页，没有发给任何人。请先直接打上面的电话，等有网络再点一次。',
  lost: '网络断了，还不知道有没有发到。再点一次不会重复。着急的话，请先直接打上面的电话。',
  notAgreed: '没有发出去，号码没有离开这部手机。要先同意，才能请人回电。上面的电话照样可以直接打。',
  enough: '今天留过很多次了，暂时不能再留。上面的电话都可以直接打，也可以明天再来。',
  withdrawn: '已经撤回，号码清除了。',
  over: '之前的请求已经结束或者撤回了，号码清除了。想留，可以再留一个。',
  notWithdrawn: '还没有撤回，网络没有连上。请过一会儿再点一次。',
} as const

const agreed = async (): Promise<boolean | 'unknown'> => {
  if (isStranger()) return false
  const reply = await api.consents.list({})
  if (reply.ok) return reply.data.rows.some(({ purpose, given }) => purpose === 'call-back' && given)
  return isStranger() ? false : 'unknown'
}

/**
 * One number on its way to those on duty. It stays in the memory of this page until it is sent, and leaves the phone only
 * once the person has agreed: the way leads over the words to agree to and goes on by itself afterwards.
 */
export const useCallBack = ({ take, look, tell }: Pick<ReturnType<typeof useStanding>, 'take' | 'look' | 'tell'>) => {
  const [typed, setTyped] = useState('')
  const [busy, setBusy] = useState(false)
  const [wrong, setWrong] = useState<string | null>(null)
  const [notice, setNotice] = useState<string | null>(null)
  const readsWords = useRef(false)
  /** Two taps may come before the next drawing. */
  const under = useRef(false)
  /** Another number is another request: the first may have arrived. */
  const request = useRef<{ phone: string; callId: string } | null>(null)

  const readWords = () => {
    readsWords.current = true
    go(wayToConsent('call-back'))
  }

  const send = async (phone: string): Promise<string | null> => {
    if (request.current?.phone !== phone) request.current = { phone, callId: newId() }
    const { callId } = request.current
    const reply = await api.calls.ask({ callId, phone })
    if (reply.ok) {
      const { onDuty, nextAt } = reply.data
      take({ id: callId, openedAt: new Date().toISOString(), state: 'waiting', onDuty, nextAt })
      tell({ onDuty, nextAt })
      setTyped('')
      request.current = null
      return null
    }
    const code: AnyRefusal = reply.code
    if (code === 'CONSENT_NEEDED') {
      readWords()
      return null
    }
    if (code === 'CALL_WAITING') {
      await look()
      return messages.CALL_WAITING
    }
    if (code === 'TOO_MANY_TRIES') return said.enough
    if (code === 'INVALID_INPUT') return said.notFit
    return lost.includes(code) ? said.lost : messages[code]
  }

  const once = async (act: () => Promise<void>) => {
    if (under.current) return
    under.current = true
    setBusy(true)
    await act()
    under.current = false
    setBusy(false)
  }

  const write = (text: string) => {
    setTyped(text)
    setWrong(null)
  }

  const attempt = async (afterWords: boolean) => {
    const phone = phoneOf(typed)
    setNotice(null)
    if (phone === undefined) {
      setWrong(said.notFit)
      return
    }
    await once(async () => {
      setWrong(null)
      const given = await agreed()
      if (given === true) setWrong(await send(phone))
      else if (given === 'unknown') setWrong(said.notSent)
      else if (afterWords) setWrong(said.notAgreed)
      else readWords()
    })
  }

  useDidShow(() => {
    if (!readsWords.current) return
    readsWords.current = false
    void attempt(true)
  })

  const withdraw = (callId: string) =>
    once(async () => {
      setWrong(null)
      const reply = await api.calls.withdraw({ callId })
      const code: AnyRefusal | null = reply.ok ? null : reply.code
      if (code === null || code === 'CALL_NOT_FOUND') {
        take(null)
        setNotice(code === null ? said.withdrawn : said.over)
      } else {
        setWrong(lost.includes(code) ? said.notWithdrawn : messages[code])
        await look()
      }
    })

  return { typed, write, busy, wrong, notice, ask: () => attempt(false), withdraw }
}
