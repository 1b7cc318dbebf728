import { Collapse } from 'antd'
import { textOf } from '../../domain/consents/texts'
import { newest } from '../../domain/instruments/all'
import type { Surveyable } from '../../domain/instruments/surveyable'

/** What everybody reads before they agree, and what they are asked, word for word. */
export const WhatIsAsked = ({ instrumentId, branchName }: { instrumentId: Surveyable; branchName: string }) => {
  const { title, why, stored, seenBy, gone, without } = textOf('figures')
  const instrument = newest(instrumentId)
  return (
    <Collapse
      size="small"
      className="survey-preview"
      items={[
        {
          key: 'consent',
          label: '职工会看到的说明',
          children: (
            <div className="stack stack-tight">
              <p>
                「{branchName}邀请您答一份「{instrument.title}
                」。答不答都可以，不影响任何服务；谁也看不到您答没答、怎么答。」
              </p>
              <p>
                要先同意「{title}」：{why}
                {stored}
                {seenBy}
                {gone}
                {without}
              </p>
            </div>
          ),
        },
        {
          key: 'questions',
          label: `题目（${instrument.items.length} 题）`,
          children: (
            <ol className="survey-questions">
              {instrument.items.map(({ n, text }) => (
                <li key={n}>{text}</li>
              ))}
            </ol>
          ),
        },
      ]}
    />
  )
}
