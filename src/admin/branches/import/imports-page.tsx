import { Button, Modal } from 'antd'
import { useEffect, useState } from 'react'
import { Link, useBlocker } from 'react-router'
import type { Progress } from '../../../contract/imports'
import { api } from '../../cloud/api'
import { useTable } from '../../cloud/use-table'
import { useSession } from '../../session/store'
import { Heading } from '../../shell/heading'
import { type Place, useScopes } from '../scopes'
import { ImportForm } from './import-form'
import { ImportRun } from './import-run'
import { ImportsTable } from './imports-table'
import { ReportDrawer } from './report-drawer'
import { type Mode, useImport } from './use-import'
import '../branches.css'

/** Asks before a running import is left, inside the console and when the tab closes. */
const useStaying = (running: boolean) => {
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => running && currentLocation.pathname !== nextLocation.pathname,
  )
  useEffect(() => {
    if (!running) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [running])
  return blocker
}

export const ImportsPage = () => {
  const session = useSession()
  const staffId = 'me' in session && session.me ? session.me.staffId : ''
  const scopes = useScopes('imports.begin')
  const [branch, setBranch] = useState<Place | null>(scopes.length === 1 ? (scopes[0] ?? null) : null)
  const [mode, setMode] = useState<Mode>('add')
  const [report, setReport] = useState<Progress | null>(null)
  const table = useTable<Progress>('imports', (after) => api.imports.list(after ? { after } : {}))
  const { stage, choose, start, halt, again } = useImport(staffId, branch, mode, table.reload)
  const busy = stage.at === 'counting' || stage.at === 'sending'
  const blocker = useStaying(stage.at === 'sending')

  return (
    <>
      <Heading title="导入名单" hint="名单里的职工可以在小程序里凭号码核对单位，不用邀请码。">
        <Link to="/branches">
          <Button>回到组织</Button>
        </Link>
      </Heading>
      <section className="panel stack import-form" aria-label="导入一份名单">
        <p>
          号码离开这台电脑，只为了变成一串认不出来的记号，用来核对；号码本身在哪里都不保存，之后谁也看不到。姓名等其他列不会离开这台电脑。
        </p>
        <ImportForm branch={branch} mode={mode} busy={busy} onBranch={setBranch} onMode={setMode} onFile={choose} />
        <p className="soft">
          在 Excel 或 WPS 里把号码列设为「文本」再填，另存为
          CSV。每人一行：组织编码，以及会员卡号、身份证号、手机号中的至少一个。
        </p>
        <ImportRun
          stage={stage}
          canStart={branch !== null}
          onStart={start}
          onHalt={halt}
          onAgain={again}
          onReport={setReport}
        />
      </section>
      <section className="stack" aria-label="导入过的名单">
        <h2>导入过的名单</h2>
        <ImportsTable table={table} onReport={setReport} />
      </section>
      {report && <ReportDrawer progress={report} onClose={() => setReport(null)} />}
      {blocker.state === 'blocked' && (
        <Modal
          open
          title="名单还没有传完"
          onCancel={() => blocker.reset()}
          footer={
            <div className="row">
              <Button onClick={() => blocker.proceed()}>停下并离开</Button>
              <Button type="primary" className="push" onClick={() => blocker.reset()}>
                留在这一页
              </Button>
            </div>
          }
        >
          <p>离开后会停下，处理过的行都算数。之后再选同一份文件，会从停下的地方继续。</p>
        </Modal>
      )}
    </>
  )
}
