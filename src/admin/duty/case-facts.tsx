import { App, Button, Descriptions, Tag } from 'antd'
import { Link } from 'react-router'
import type { CaseShown } from '../../contract/cases'
import { copyText } from '../shell/copy'
import { shownInstant } from '../shell/time'
import { useNow } from '../unsealings/use-now'
import { caseReasonNames, colourWords } from './duty-words'
import { due } from './turn'

const Pseudonym = ({ pseudonym }: { pseudonym: string }) => {
  const { message } = App.useApp()
  const copy = async () => {
    if (await copyText(pseudonym)) message.success('代号已复制')
    else message.warning('浏览器不允许复制，请照着填写')
  }
  return (
    <span className="row row-wrap">
      {pseudonym}
      <Button size="small" onClick={copy}>
        复制代号
      </Button>
      <Link to="/unsealings">去申请查看身份（要另一位督导同意）</Link>
    </span>
  )
}

export const CaseFacts = ({ shown }: { shown: CaseShown }) => {
  const now = useNow(30_000)
  return (
    <Descriptions
      size="small"
      column={1}
      bordered
      styles={{ label: { width: 120 } }}
      items={[
        {
          key: 'who',
          label: '代号',
          children: shown.pseudonym ? <Pseudonym pseudonym={shown.pseudonym} /> : '本人还没有代号，只能通过回电联系',
        },
        {
          key: 'colour',
          label: '颜色',
          children: <Tag className={`duty-${shown.colour}`}>{colourWords[shown.colour]}</Tag>,
        },
        { key: 'reason', label: '依据', children: caseReasonNames[shown.reason] },
        { key: 'by', label: '谁定的', children: `${shown.decidedByName}，${shownInstant(shown.decidedAt)}` },
        {
          key: 'review',
          label: '再看一次',
          children: `${shownInstant(shown.reviewAt)}，${due(shown.reviewAt, now)}`,
        },
        { key: 'owner', label: '谁负责', children: shown.yours ? `${shown.ownerName}（您）` : shown.ownerName },
        ...(shown.handOverNote ? [{ key: 'note', label: '交接要点', children: shown.handOverNote }] : []),
      ]}
    />
  )
}
