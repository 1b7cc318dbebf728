import { Button } from 'antd'
import { Link, useParams } from 'react-router'
import type { Division } from '../../contract/surveys'
import { dayOf } from '../../domain/time'
import { api } from '../cloud/api'
import { RefusalNote } from '../cloud/refusal-note'
import { useRead } from '../cloud/use-read'
import { csvText, download } from '../shell/csv'
import { Heading } from '../shell/heading'
import { shownInstant } from '../shell/time'
import { Waiting } from '../shell/waiting'
import { csvLines, type Figures, shareOf, shownCount, shownInvited, shownRate, titleOf, WITHHELD } from './survey-words'
import './surveys.css'

/** One colour: the words say which band it is. What is withheld has no bar at all. */
const Bars = ({ caption, division }: { caption: string; division: Division }) => (
  <table className="survey-bars">
    <caption className="soft">{caption}</caption>
    <tbody>
      {division.cells.map(({ key, title, count }) => (
        <tr key={key}>
          <th scope="row">{title}</th>
          <td>
            <span className="survey-bar" style={{ width: `${shareOf(count, division.total)}%` }} aria-hidden />
          </td>
          <td className={count === null ? 'soft' : 'figure'}>{count === null ? WITHHELD : `${count} 人`}</td>
        </tr>
      ))}
    </tbody>
  </table>
)

const Totals = ({ figures }: { figures: Figures }) => (
  <dl className="counts">
    <div>
      <dt>受邀</dt>
      <dd>{shownInvited(figures)}</dd>
    </div>
    <div>
      <dt>回答</dt>
      <dd>{shownCount(figures.answered)}</dd>
    </div>
    <div>
      <dt>回答率</dt>
      <dd>{shownRate(figures)}</dd>
    </div>
  </dl>
)

const HowCounted = ({ figures: { survey, publishedAt } }: { figures: Figures }) => (
  <section className="panel stack stack-tight" aria-label="怎么数的">
    <h2>怎么数的</h2>
    <p>
      {shownInstant(survey.from)} 到 {shownInstant(survey.until)} 开放，{shownInstant(publishedAt)}
      由定时任务合计一次，之后不再改动。受邀是合计时已加入这个组织和下级的人；只数答完、同意「算进单位的合计」、没有收回、还在这个组织的人。
    </p>
    <p>
      不到 10
      人的数不显示；为了不能用减法算出来，旁边的一个数、或者受邀人数，有时也不显示。所有人都在同一档时，各档都不显示。没有人和不足
      10 人，看起来一样。同一份测评，这个组织和它的上级、下级半年内只做一次，也是为了不能相减。
    </p>
    <p>每个人的回答合计后已经销毁，谁也打不开、找不回。这是筛查的合计，不是诊断，也不用来比较或考核任何组织和个人。</p>
  </section>
)

const Shown = ({ figures }: { figures: Figures }) => {
  const { survey, byBranch, scales } = figures
  return (
    <div className="stack">
      <section className="panel" aria-label="合计">
        <Totals figures={figures} />
      </section>
      {scales.map(({ key, title, bands }) => (
        <section key={key} className="panel stack stack-tight" aria-label={title}>
          <h2>{title}</h2>
          <Bars caption="落在每一档的人数" division={bands} />
        </section>
      ))}
      {byBranch.cells.length > 1 && (
        <section className="panel stack stack-tight" aria-label="按组织">
          <h2>按组织</h2>
          <Bars caption={`「${survey.branchName}」直属的下级各有多少人回答`} division={byBranch} />
        </section>
      )}
      <HowCounted figures={figures} />
    </div>
  )
}

export const SurveyPage = () => {
  const { surveyId = '' } = useParams()
  const read = useRead(`survey ${surveyId}`, () => api.surveys.figures({ surveyId }))
  const figures = read.data
  const title = figures ? `${figures.survey.branchName} · ${titleOf(figures.survey)}` : '团体测评的结果'
  const save = ({ survey }: Figures, lines: string[][]) =>
    download(`心驿-团体测评-${survey.branchName}-${dayOf(survey.until)}`, csvText(['分组', '项目', '人数'], lines))
  return (
    <>
      <Heading title={title} hint="只有合计，看不到任何一个人。">
        <Link to="/surveys">
          <Button tabIndex={-1}>回到列表</Button>
        </Link>
        {figures && <Button onClick={() => save(figures, csvLines(figures))}>导出表格</Button>}
      </Heading>
      <RefusalNote refusal={read.refusal} onRetry={read.reload} />
      {read.loading && <Waiting rows={6} />}
      {figures && <Shown figures={figures} />}
    </>
  )
}
