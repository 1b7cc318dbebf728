import { Alert, App, Button, Checkbox, Form, Input, Radio, Select } from 'antd'
import type { MyProfile } from '../../contract/counsellors'
import type { Profile } from '../../domain/counsellors/counsellor'
import {
  fieldNames,
  fields,
  genderNames,
  genders,
  languageNames,
  languages,
  modeNames,
  modes,
} from '../../domain/counsellors/words'
import { api } from '../cloud/api'
import { RefusalNote } from '../cloud/refusal-note'
import { useAction } from '../cloud/use-action'
import { shownInstant } from '../shell/time'

type Props = {
  mine: MyProfile | null
  stations: readonly { id: string; name: string }[]
  onChanged: () => void
}

const empty: Profile = {
  name: '',
  gender: 'female',
  languages: ['mandarin'],
  fields: [],
  modes: ['text'],
  stationId: '',
  institution: '',
  about: '',
  qualification: { title: '', number: '', issuedBy: '', until: '' },
}
const needed = (message: string) => [{ required: true, message }]
const options = <T extends string>(words: readonly T[], names: Record<T, string>) =>
  words.map((word) => ({ value: word, label: names[word] }))

function standing(mine: MyProfile | null): { type: 'info' | 'success' | 'warning'; title: string } {
  if (!mine) return { type: 'info', title: '还没有资料。写好并提交，另一位同事核对证书后，职工就能看到您。' }
  if (mine.sentBackFor !== '') return { type: 'warning', title: `资料被退回：${mine.sentBackFor}` }
  if (mine.submittedAt) return { type: 'info', title: `${shownInstant(mine.submittedAt)} 已提交，等一位管理员核对` }
  if (!mine.live) return { type: 'info', title: '草稿已存好，还没有提交' }
  if (mine.paused) return { type: 'info', title: '已暂停接受新的预约，约好的照常' }
  if (!mine.offered) return { type: 'warning', title: '资质已到期，职工现在看不到您；填新的有效期并提交即可' }
  if (mine.runningOut) return { type: 'warning', title: '资质一个月内到期，请填新的有效期并提交' }
  return { type: 'success', title: `职工看得到您，由${mine.approvedByName}核对` }
}

/** Written here, seen by people once a colleague has let it out. */
export const MyProfilePage = ({ mine, stations, onChanged }: Props) => {
  const { message } = App.useApp()
  const [form] = Form.useForm<Profile>()
  const ways = Form.useWatch('modes', form) ?? []
  const save = useAction(api.counsellors.saveDraft)
  const handIn = useAction(api.counsellors.submit)
  const pause = useAction(api.counsellors.pause)

  const keep = async () => {
    const said = await form.validateFields().catch((fault: unknown) => {
      if (fault instanceof Error) throw fault
      return null
    })
    if (!said) return false
    const stationId = said.modes.includes('in-person') ? (said.stationId ?? '') : ''
    return (await save.run({ ...said, stationId })).ok
  }
  const saveIt = async () => {
    if (!(await keep())) return
    message.success('草稿已保存')
    onChanged()
  }
  const submitIt = async () => {
    if (!(await keep())) return
    const reply = await handIn.run({})
    if (reply.ok) message.success('已提交，等另一位同事核对')
    onChanged()
  }
  const pauseIt = async (paused: boolean) => {
    const reply = await pause.run({ paused })
    if (reply.ok) onChanged()
  }

  return (
    <div className="stack counselling-form">
      <Alert
        showIcon
        {...standing(mine)}
        action={
          mine?.live && (
            <Button size="small" loading={pause.busy} onClick={() => pauseIt(!mine.paused)}>
              {mine.paused ? '恢复接受预约' : '暂停接受预约'}
            </Button>
          )
        }
      />
      <RefusalNote refusal={pause.refusal} />
      <Form form={form} layout="vertical" requiredMark={false} initialValues={mine?.draft ?? mine?.live ?? empty}>
        <div className="counselling-two">
          <Form.Item name="name" label="职工看到的名字" rules={needed('请写名字')}>
            <Input maxLength={20} />
          </Form.Item>
          <Form.Item name="institution" label="所在机构">
            <Input maxLength={40} />
          </Form.Item>
        </div>
        <div className="counselling-two">
          <Form.Item name="gender" label="性别">
            <Radio.Group options={options(genders, genderNames)} />
          </Form.Item>
          <Form.Item name="languages" label="语言">
            <Select mode="multiple" options={options(languages, languageNames)} />
          </Form.Item>
        </div>
        <Form.Item name="fields" label="擅长的方向">
          <Checkbox.Group className="counselling-choices" options={options(fields, fieldNames)} />
        </Form.Item>
        <div className="counselling-two">
          <Form.Item name="modes" label="方式">
            <Checkbox.Group options={options(modes, modeNames)} />
          </Form.Item>
          {ways.includes('in-person') && (
            <Form.Item name="stationId" label="面谈的驿站">
              <Select
                showSearch={{ optionFilterProp: 'label' }}
                options={[
                  { value: '', label: '还没有选' },
                  ...stations.map(({ id, name }) => ({ value: id, label: name })),
                ]}
              />
            </Form.Item>
          )}
        </div>
        <Form.Item name="about" label="介绍">
          <Input.TextArea maxLength={600} showCount autoSize={{ minRows: 3, maxRows: 8 }} />
        </Form.Item>
        <div className="counselling-two">
          <Form.Item name={['qualification', 'title']} label="资质名称">
            <Input maxLength={40} />
          </Form.Item>
          <Form.Item name={['qualification', 'issuedBy']} label="发证机构">
            <Input maxLength={40} />
          </Form.Item>
        </div>
        <div className="counselling-two">
          <Form.Item name={['qualification', 'number']} label="证书编号" extra="只有核对的同事看得到">
            <Input maxLength={40} />
          </Form.Item>
          <Form.Item name={['qualification', 'until']} label="有效期到哪天" rules={needed('请写有效期')}>
            <Input type="date" />
          </Form.Item>
        </div>
      </Form>
      <RefusalNote refusal={save.refusal ?? handIn.refusal} />
      <div className="row">
        <Button loading={save.busy} onClick={saveIt}>
          存草稿
        </Button>
        <Button type="primary" loading={handIn.busy} onClick={submitIt}>
          提交核对
        </Button>
      </div>
    </div>
  )
}
