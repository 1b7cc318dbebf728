import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Form, Select } from 'antd'
import { roleNames, roles } from '../../domain/staff/words'
import { BranchPicker } from '../branches/branch-picker'
import { draftsProblem, type GrantDraft } from './grants'
import { duties } from './role-duties'

const MOST = 20

/** Several roles, each in a branch of its own. */
export const GrantsField = () => (
  <Form.List
    name="grants"
    rules={[
      {
        validator: (_, drafts: GrantDraft[] = []) => {
          const problem = draftsProblem(drafts)
          return problem ? Promise.reject(new Error(problem)) : Promise.resolve()
        },
      },
    ]}
  >
    {(fields, { add, remove }, { errors }) => (
      <fieldset className="grants">
        <legend>角色，以及在哪个组织（包括它的所有下级）</legend>
        {fields.map(({ key, name }, at) => (
          <div key={key} className="grant">
            <Form.Item name={[name, 'role']} noStyle>
              <Select
                aria-label={`第 ${at + 1} 个角色`}
                placeholder="选择角色"
                options={roles.map((role) => ({ value: role, label: roleNames[role], duty: duties[role] }))}
                optionRender={({ label, data }) => (
                  <>
                    {label}
                    <span className="soft">：{data.duty}</span>
                  </>
                )}
                popupMatchSelectWidth={340}
              />
            </Form.Item>
            <Form.Item name={[name, 'branch']} noStyle>
              <BranchPicker action="staff.invite" label={`第 ${at + 1} 个角色的组织`} />
            </Form.Item>
            <Button
              icon={<DeleteOutlined aria-hidden />}
              aria-label={`去掉第 ${at + 1} 个角色`}
              onClick={() => remove(name)}
            />
          </div>
        ))}
        <div className="row">
          <Button
            size="small"
            icon={<PlusOutlined aria-hidden />}
            disabled={fields.length >= MOST}
            onClick={() => add({})}
          >
            再加一个角色
          </Button>
        </div>
        <Form.ErrorList errors={errors} />
        <p className="soft">督导、管理员、审计员登录时需要第二道验证。督导和审计员还要另一位管理员确认后才生效。</p>
      </fieldset>
    )}
  </Form.List>
)
