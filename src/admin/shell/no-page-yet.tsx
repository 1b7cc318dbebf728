import { Button, Result } from 'antd'
import { Link } from 'react-router'
import { Heading } from './heading'

/** Where somebody lands who has no role: what is there for them, and whom to ask. */
export const NoPageYet = ({ name }: { name: string }) => (
  <>
    <Heading title="工作台" />
    <Result
      status="info"
      title={`${name}，您好`}
      subTitle="您的账号现在没有角色，请联系管理员。您可以查看自己的登录。"
      extra={
        <Link to="/my-sessions">
          <Button type="primary">我的登录</Button>
        </Link>
      }
    />
  </>
)
