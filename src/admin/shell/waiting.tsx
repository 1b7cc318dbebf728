import { Skeleton } from 'antd'

export const Waiting = ({ rows = 6 }: { rows?: number }) => (
  <div className="panel" aria-busy="true">
    <span className="only-heard" role="status">
      正在读取
    </span>
    <Skeleton active title={false} paragraph={{ rows, width: '100%' }} />
  </div>
)
