import { Button, Result } from 'antd'
import { useRouteError } from 'react-router'

/** The last door: what the console did not expect. The words stay out of the page, they are for the browser's log. */
export const FaultPage = () => {
  const fault = useRouteError()
  console.error(fault)
  return (
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
}
