import { Button, Result } from 'antd'
import { Link } from 'react-router'
import { type Role, roleNames } from '../../domain/staff/words'
import { Heading } from './heading'

/** Where somebody lands whose work has no page of its own: what is there for them, and whom to ask. */
export const NoPageYet = ({ name, roles }: { name: string; roles: readonly Role[] }) => (
  <>
    <Heading title="工作台" />
    <Result
      status="info"
      title={`${name}，您好`}
      subTitle={
        roles.length > 0
          ? `您的角色是${roles.map((role) => roleNames[role]).join('、')}。这个角色的工作页面还没有开放，开放后会出现在左边。现在您可以查看自己的登录。`
          : '您的账号现在没有角色，请联系管理员。您可以查看自己的登录。'
      }
      extra={
        <Link to="/my-sessions">
          <Button type="primary">我的登录</Button>
        </Link>
      }
    />
  </>
)
