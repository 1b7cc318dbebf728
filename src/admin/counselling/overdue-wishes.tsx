import { Alert, Button } from 'antd'
import { Link } from 'react-router'
import { due } from '../duty/turn'
import { useNow } from '../unsealings/use-now'
import { useWishesWaiting } from './wishes-waiting'

/** How many were promised an answer that did not come, and for how long; it goes when the last of them has one. */
export const OverdueWishes = ({ answering }: { answering: boolean }) => {
  const counted = useWishesWaiting()
  const now = useNow(30_000)
  if (!counted?.promisedAt || counted.overdue === 0) return null
  return (
    <Alert
      type="warning"
      showIcon
      title={`有 ${counted.overdue} 位职工约不上，答应三天内的答复没有给，最久的${due(counted.promisedAt, now)}`}
      description="咨询师和管理员都可以答复，先到期的在最前；没有合适的时间也请照实说。"
      action={
        !answering && (
          <Link to="/wishes">
            <Button size="small" tabIndex={-1}>
              去答复
            </Button>
          </Link>
        )
      }
    />
  )
}
