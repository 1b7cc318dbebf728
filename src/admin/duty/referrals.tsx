import { Button, Tag } from 'antd'
import { useState } from 'react'
import type { CaseShown } from '../../contract/cases'
import { type ReferralResult, referralResults } from '../../domain/duty/case'
import { api } from '../cloud/api'
import { shownInstant } from '../shell/time'
import { useNow } from '../unsealings/use-now'
import { ChoiceDialog } from './choice-dialog'
import { levelNames, resultNames } from './duty-words'
import { due } from './turn'

type Props = { shown: CaseShown; onChanged: (after: CaseShown) => void }

export const Referrals = ({ shown, onChanged }: Props) => {
  const now = useNow(30_000)
  const [ending, setEnding] = useState<number | null>(null)
  const end = async (index: number, result: ReferralResult) => {
    const reply = await api.cases.endReferral({ caseId: shown.id, index, result })
    if (reply.ok) onChanged(reply.data)
    return reply
  }
  return (
    <section className="stack stack-tight" aria-label="转介">
      <h2>转介（{shown.referrals.length}）</h2>
      {shown.referrals.length === 0 && <p className="soft">还没有转介过。</p>}
      {shown.referrals.map((referral, index) => (
        <article key={referral.at} className="duty-referral">
          <p>
            <strong>{levelNames[referral.level]}</strong>　{referral.to}
          </p>
          {referral.note && <p>{referral.note}</p>}
          <p className="soft">
            {referral.byName}，{shownInstant(referral.at)} 转介
          </p>
          {referral.result === null ? (
            <div className="row row-wrap">
              <span>
                {shownInstant(referral.followUpAt)} 问结果，{due(referral.followUpAt, now)}
              </span>
              {Date.parse(referral.followUpAt) <= now && <Tag className="standing-wait">过期未问</Tag>}
              {shown.yours && (
                <Button size="small" onClick={() => setEnding(index)}>
                  记结果
                </Button>
              )}
            </div>
          ) : (
            <p>
              结果：{resultNames[referral.result]}
              {referral.endedAt && `（${shownInstant(referral.endedAt)}）`}
            </p>
          )}
        </article>
      ))}
      {ending !== null && (
        <ChoiceDialog
          title="记转介的结果"
          label="结果"
          okText="记下"
          options={referralResults.map((value) => ({ value, label: resultNames[value] }))}
          choose={(result) => end(ending, result)}
          onChosen={() => setEnding(null)}
          onClose={() => setEnding(null)}
        />
      )}
    </section>
  )
}
