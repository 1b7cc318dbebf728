import { PlusOutlined } from '@ant-design/icons'
import { App, Button } from 'antd'
import { useState } from 'react'
import type { SurveyRow } from '../../contract/surveys'
import { BranchPicker } from '../branches/branch-picker'
import { type Place, useScopes } from '../branches/scopes'
import { api } from '../cloud/api'
import { refusalText } from '../cloud/refusal'
import { useTable } from '../cloud/use-table'
import { Heading } from '../shell/heading'
import { CreateSurveyDialog } from './create-survey-dialog'
import { titleOf } from './survey-words'
import { SurveysTable } from './surveys-table'
import './surveys.css'

const Surveys = ({ branch, creating, onDone }: { branch: Place; creating: boolean; onDone: () => void }) => {
  const { message, modal } = App.useApp()
  const table = useTable<SurveyRow, 'BRANCH_NOT_FOUND'>(`surveys ${branch.id}`, (after) =>
    api.surveys.list({ branchId: branch.id, ...(after ? { after } : {}) }),
  )

  const cancel = (row: SurveyRow) =>
    modal.confirm({
      title: `取消「${titleOf(row)}」吗`,
      content: '已经收到的回答会销毁，不合计，也不公布。',
      okText: '取消这次测评',
      cancelText: '先不',
      onOk: async () => {
        const reply = await api.surveys.cancel({ surveyId: row.id })
        if (reply.ok) message.success('已取消，收到的回答会销毁')
        else message.warning(refusalText(reply))
        table.reload()
      },
    })

  return (
    <>
      <SurveysTable table={table} onCancel={cancel} />
      {creating && (
        <CreateSurveyDialog
          branch={branch}
          onClose={onDone}
          onCreated={(row) => {
            message.success(`已发起「${titleOf(row)}」`)
            onDone()
            table.reload()
          }}
        />
      )}
    </>
  )
}

export const SurveysPage = () => {
  const [first] = useScopes('surveys.list')
  const [chosen, setChosen] = useState<Place | null>(null)
  const [creating, setCreating] = useState(false)
  const branch = chosen ?? first
  return (
    <>
      <Heading title="团体测评" hint="请一个组织的职工一起答一份。只公布合计，不足 10 人的数不显示，看不到任何一个人。">
        <Button type="primary" icon={<PlusOutlined aria-hidden />} disabled={!branch} onClick={() => setCreating(true)}>
          发起团体测评
        </Button>
      </Heading>
      <div className="survey-branch">
        <BranchPicker action="surveys.list" label="组织" value={branch ?? null} onChange={setChosen} />
      </div>
      {branch && <Surveys key={branch.id} branch={branch} creating={creating} onDone={() => setCreating(false)} />}
    </>
  )
}
