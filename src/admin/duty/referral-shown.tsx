import { useEffect } from 'react'
import type { Output } from '../../contract'
import { groundNames } from '../../domain/duty/call'

export type Referral = NonNullable<Output<'calls', 'phone'>['referral']>

type Props = { referral: Referral; byName: string; until: number; onClose: () => void }

/** What a counsellor wrote for whoever accepted; goes by itself like a number. */
export const ReferralShown = ({ referral: { ground, note }, byName, until, onClose }: Props) => {
  useEffect(() => {
    const timer = setTimeout(onClose, until - Date.now())
    return () => clearTimeout(timer)
  }, [until, onClose])
  return (
    <section className="duty-referral" aria-label="咨询师转介">
      <p className="soft">
        {byName}转来：{groundNames[ground]}
      </p>
      <p className="duty-note">{note || '没有另外写什么。'}</p>
    </section>
  )
}
