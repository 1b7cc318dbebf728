import { Button, Descriptions, Drawer, Input } from 'antd'
import { useState } from 'react'
import type { CounsellorProfile, CounsellorRow } from '../../contract/counsellors'
import { fieldNames, genderNames, languageNames } from '../../domain/counsellors/words'
import { api } from '../cloud/api'
import { RefusalNote } from '../cloud/refusal-note'
import { useAction } from '../cloud/use-action'
import { sayModes } from './hours'

type Props = { row: CounsellorRow; onDone: (words: string) => void; onClose: () => void }

const facts = (profile: CounsellorProfile, stationName: string) => [
  { key: 'name', label: '职工看到的名字', children: profile.name },
  { key: 'gender', label: '性别', children: genderNames[profile.gender] },
  { key: 'languages', label: '语言', children: profile.languages.map((each) => languageNames[each]).join('、') },
  { key: 'fields', label: '方向', children: profile.fields.map((each) => fieldNames[each]).join('、') || '没有填' },
  {
    key: 'modes',
    label: '方式',
    children: `${sayModes(profile.modes)}${profile.modes.includes('in-person') ? `（${stationName || '没有选驿站'}）` : ''}`,
  },
  { key: 'institution', label: '机构', children: profile.institution || '没有填' },
  { key: 'about', label: '介绍', children: profile.about || '没有填' },
  {
    key: 'qualification',
    label: '资质',
    children: `${profile.qualification.title || '没有填名称'} · ${profile.qualification.issuedBy || '没有填发证机构'}`,
  },
  { key: 'number', label: '证书编号', children: profile.qualification.number || '没有填' },
  { key: 'until', label: '有效期到', children: profile.qualification.until },
]

/** What was handed in, for whoever has the certificate before them; what people see now stands below it. */
export const CheckDrawer = ({ row, onDone, onClose }: Props) => {
  const [why, setWhy] = useState('')
  const approve = useAction(api.counsellors.approve)
  const sendBack = useAction(api.counsellors.sendBack)
  const handedIn = row.submittedAt ? { counsellorId: row.id, submittedAt: row.submittedAt } : null
  const letOut = async () => {
    if (handedIn && (await approve.run(handedIn)).ok) onDone('已核对，职工现在看得到')
  }
  const giveBack = async () => {
    if (handedIn && (await sendBack.run({ ...handedIn, why: why.trim() })).ok) onDone('已退回，对方看得到原因')
  }
  return (
    <Drawer
      open
      size={640}
      title={`${row.staffName}的资料`}
      closable={{ 'aria-label': '关闭' }}
      onClose={onClose}
      footer={
        handedIn && (
          <div className="stack stack-tight">
            <RefusalNote refusal={approve.refusal ?? sendBack.refusal} />
            {row.own ? (
              <p className="soft">自己的资料要由另一位管理员核对。</p>
            ) : (
              <div className="row">
                <Input
                  aria-label="退回的原因"
                  placeholder="退回的原因"
                  maxLength={200}
                  value={why}
                  onChange={({ target }) => setWhy(target.value)}
                />
                <Button disabled={why.trim() === ''} loading={sendBack.busy} onClick={giveBack}>
                  退回
                </Button>
                <Button type="primary" loading={approve.busy} onClick={letOut}>
                  核对无误，公开
                </Button>
              </div>
            )}
          </div>
        )
      }
    >
      <div className="stack">
        {row.draft && (
          <section className="stack stack-tight" aria-label={handedIn ? '等核对的资料' : '草稿'}>
            <h2>{handedIn ? '等核对的资料' : '草稿'}</h2>
            <Descriptions
              size="small"
              column={1}
              bordered
              styles={{ label: { width: 130 } }}
              items={facts(row.draft, row.stationName)}
            />
          </section>
        )}
        {row.live && (
          <section className="stack stack-tight" aria-label="职工现在看到的">
            <h2>{row.offered ? '职工现在看到的' : '上次公开的（现在看不到）'}</h2>
            <Descriptions
              size="small"
              column={1}
              bordered
              styles={{ label: { width: 130 } }}
              items={facts(row.live, row.draft ? '' : row.stationName)}
            />
          </section>
        )}
      </div>
    </Drawer>
  )
}
