import { Alert, Progress as Bar, Button } from 'antd'
import type { Progress } from '../../../contract/imports'
import { refusalText } from '../../cloud/refusal'
import { RefusalNote } from '../../cloud/refusal-note'
import { Counts } from './counts'
import { encodingNames } from './encoding'
import { type Column, columnNames, columns } from './heading'
import { shownLeft } from './pace'
import { listProblems } from './read-list'
import type { Counted, Stage } from './use-import'

const shown = (count: number) => count.toLocaleString('zh-CN')
const part = (done: number, all: number) => (all === 0 ? 0 : Math.floor((done / all) * 100))

const Known = ({ list, lines }: Counted) => {
  const found = columns.filter((column: Column) => list.heading[column] !== undefined)
  return (
    <p>
      {list.file.name}：共 <strong className="figure">{shown(lines)}</strong> 行，{encodingNames[list.encoding]}{' '}
      编码，认出的列：{found.map((column) => columnNames[column]).join('、')}。
    </p>
  )
}

const Sending = ({ stage, onHalt }: { stage: Extract<Stage, { at: 'sending' }>; onHalt: () => void }) => {
  const { counted, progress, pace, hindered, since } = stage
  const seen = progress?.seen ?? 0
  return (
    <div className="stack">
      <Known {...counted} />
      {since > 0 && <p className="soft">接着上次停下的地方，从第 {shown(since + 1)} 行继续。</p>}
      <Bar percent={part(seen, counted.lines)} aria-label="名单已处理" status={hindered ? 'normal' : 'active'} />
      <p className="soft" role="status">
        {shown(seen)} / {shown(counted.lines)} 行
        {pace && !hindered && `，每秒 ${shown(Math.round(pace.perSecond))} 行，还要${shownLeft(pace.secondsLeft)}`}
      </p>
      {hindered && (
        <Alert
          type="info"
          showIcon
          role="alert"
          title={`${refusalText(hindered)}。这里会自己等着再试，不用重新选文件。`}
        />
      )}
      <div className="row">
        <Button onClick={onHalt}>先停下</Button>
        <span className="soft">请不要关闭这一页。停下或关闭后，再选同一份文件会从停下的地方继续。</span>
      </div>
    </div>
  )
}

type Props = {
  stage: Stage
  canStart: boolean
  onStart: (counted: Counted, round?: number) => void
  onHalt: () => void
  onAgain: () => void
  onReport: (progress: Progress) => void
}

/** What is happening with the chosen file, and the next step. */
export const ImportRun = ({ stage, canStart, onStart, onHalt, onAgain, onReport }: Props) => {
  switch (stage.at) {
    case 'choosing':
      return stage.problem && <Alert type="warning" showIcon role="alert" title={listProblems[stage.problem]} />
    case 'counting':
      return (
        <div>
          <p role="status">正在数 {stage.file.name} 有多少行</p>
          <Bar percent={part(stage.read, stage.file.size)} aria-label="文件已读" />
        </div>
      )
    case 'ready':
      return (
        <div className="stack">
          <Known {...stage.counted} />
          <div className="row">
            <Button type="primary" disabled={!canStart} onClick={() => onStart(stage.counted)}>
              开始导入
            </Button>
            <Button onClick={onAgain}>换一份文件</Button>
          </div>
        </div>
      )
    case 'imported-before':
      return (
        <div className="stack">
          <Alert type="info" showIcon role="alert" title="这份文件之前已经导入完了。" />
          <div className="row">
            <Button type="primary" onClick={() => onReport(stage.progress)}>
              看那次的结果
            </Button>
            <Button onClick={() => onStart(stage.counted, stage.round + 1)}>再导入一遍</Button>
            <Button onClick={onAgain}>换一份文件</Button>
          </div>
        </div>
      )
    case 'sending':
      return <Sending stage={stage} onHalt={onHalt} />
    case 'halted':
      return (
        <div className="stack">
          <Known {...stage.counted} />
          {stage.progress && <Counts progress={stage.progress} />}
          {stage.refusal ? <RefusalNote refusal={stage.refusal} /> : <p>已经停下，处理过的行都算数。</p>}
          <div className="row">
            {stage.refusal?.code === 'IMPORT_DIFFERS' ? (
              <Button type="primary" onClick={() => onStart(stage.counted, stage.round + 1)}>
                重新开始一次
              </Button>
            ) : (
              <Button type="primary" onClick={() => onStart(stage.counted, stage.round)}>
                从停下的地方继续
              </Button>
            )}
            <Button onClick={onAgain}>换一份文件</Button>
          </div>
        </div>
      )
    case 'ended':
      return (
        <div className="stack">
          <Alert type="success" showIcon role="alert" title={`${stage.progress.fileName} 导入完成。`} />
          <Counts progress={stage.progress} />
          <div className="row">
            {stage.progress.refused > 0 && (
              <Button type="primary" onClick={() => onReport(stage.progress)}>
                看没有处理成的行
              </Button>
            )}
            <Button onClick={onAgain}>再导入一份</Button>
          </div>
        </div>
      )
  }
}
