import Taro from '@tarojs/taro'
import { useState } from 'react'
import type { AnyRefusal } from '../../../contract'
import type { Receipt } from '../../../contract/privacy'
import { api } from '../../cloud/api'
import { isStranger } from '../../cloud/stranger'
import { paths } from '../../parts/ways'
import { askedDestruction, type Destruction, dropAsked, holdReceipt, keepAsked, newNumber } from './destruction'
import { forgetAll, forgetKinds } from './forget'

export type Progress =
  | { state: 'still' }
  | { state: 'asking' }
  /** Nothing is known of the answer: it may be done, or not. */
  | { state: 'lost'; code: AnyRefusal }
  | { state: 'refused'; code: AnyRefusal }
  /** The cloud knows nobody here any more: an answer that was lost had been yes. */
  | { state: 'gone' }

/** These say nothing about whether the cloud did it. */
const unknown: readonly string[] = ['OFFLINE', 'TIMED_OUT', 'INTERNAL', 'BUSY']

/** Carries a destruction through to its receipt, or to the truth about where it was lost; asked again it is the same one. */
export const useDestruction = () => {
  const [pending, setPending] = useState(askedDestruction)
  const [progress, setProgress] = useState<Progress>({ state: 'still' })

  const forget = ({ kinds, account }: Destruction) => {
    if (account) forgetAll()
    else forgetKinds(kinds)
    dropAsked()
    setPending(null)
  }

  const show = async (destruction: Destruction, receipt: Receipt) => {
    forget(destruction)
    holdReceipt(receipt)
    // Nothing behind it may show what is gone.
    if (destruction.account) await Taro.reLaunch({ url: paths.receipt })
    else await Taro.redirectTo({ url: paths.receipt })
  }

  const ask = async (destruction: Destruction) => {
    keepAsked(destruction)
    setPending(destruction)
    setProgress({ state: 'asking' })
    const reply = await api.privacy.destroy(destruction)
    if (reply.ok) return show(destruction, reply.data)
    const code = reply.code as AnyRefusal
    if (isStranger()) {
      const again = await api.privacy.receipt({ number: destruction.number })
      if (again.ok) return show({ ...destruction, account: true }, again.data)
      forget({ ...destruction, account: true })
      setProgress({ state: 'gone' })
      return
    }
    if (unknown.includes(code)) {
      setProgress({ state: 'lost', code })
      return
    }
    dropAsked()
    setPending(null)
    setProgress({ state: 'refused', code })
  }

  return {
    progress,
    /** From before, without an answer. */
    pending,
    begin: (kinds: string[], account: boolean) => ask({ number: newNumber(), kinds, account }),
    again: () => (pending ? ask(pending) : Promise.resolve()),
  }
}
