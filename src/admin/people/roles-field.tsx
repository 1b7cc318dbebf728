import { Checkbox, Form } from 'antd'
import { type Role, roleNames, roles } from '../../domain/staff/words'

const may: Record<Role, string> = {
  editor: '写内容、提交审核、看数据',
  reviewer: '审核别人写的内容、看数据',
  manager: '管理人员、看数据',
}

export const RolesField = () => (
  <Form.Item
    name="roles"
    label="角色"
    rules={[
      {
        validator: (_, chosen: Role[] = []) =>
          chosen.length > 0 ? Promise.resolve() : Promise.reject(new Error('请至少选一个角色')),
      },
    ]}
  >
    <Checkbox.Group className="roles">
      {roles.map((role) => (
        <Checkbox key={role} value={role}>
          {roleNames[role]}
          <span className="soft">：{may[role]}</span>
        </Checkbox>
      ))}
    </Checkbox.Group>
  </Form.Item>
)
