import { Tag } from 'antd'
import { useCountingWishes, useWishesWaiting } from './wishes-waiting'

/** Beside the name of the page in the menu; those whose promise is over come before all others. */
export const WishesCount = () => {
  useCountingWishes()
  const counted = useWishesWaiting()
  if (!counted || counted.waiting === 0) return null
  return counted.overdue > 0 ? (
    <Tag className="standing-wait shell-count">{counted.overdue} 个过期</Tag>
  ) : (
    <Tag className="standing-off shell-count">{counted.waiting} 个在等</Tag>
  )
}
