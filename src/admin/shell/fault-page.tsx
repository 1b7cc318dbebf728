import { Button, Result } from 'antd'

/** The last door: what the console did not expect. The router has already written it to the browser's log. */
export const FaultPage = () => (
  <Result
    status="warning"
    title="这一页没有打开"
    subTitle="请刷新后再试；如果还是这样，请告诉管理员您刚才做了什么。"
    extra={
      <Button type="primary" onClick={() => window.location.reload()}>
        刷新
      </Button>
    }
  />
)
