import { deviceKey } from '../../cloud/device-key'
import { shelf } from '../../cloud/use-reply'
import { forgetCounts } from '../../counting/counters'
import { forgetDoor } from '../../events/parts/door-kept'
import { forgetUnread } from '../../notices/unread'
import { ask } from '../../parts/ask'
import { forgetAnswering } from '../../phone/answering'
import { forgetNotes } from '../../phone/notes'
import { forgetPlaces } from '../../phone/places'
import { forgetTakings } from '../../phone/takings'
import { forgetTalks } from '../../phone/talks'
import { forgetTickets } from '../../phone/tickets'
import { forgetTrade } from '../../phone/trade'
import { keepUnit } from '../../phone/unit'
import { forgetNext } from './next-booking'

const inWechat = process.env.TARO_ENV === 'weapp'

/** Everything this phone keeps about what was read, and the notes. */
export const forgetReading = async () => {
  const confirmed = await ask({
    title: '清除这部手机上的记录',
    content: `会清除：看到哪里的记录、离线内容、没送出的测评、对话里没发出去的话、还没送出的使用次数、活动的票和岗位、帮忙签到的名单和没送出的签到、记事页里写的字、单位的名称。收藏、大字和颜色的选择不变。${
      inWechat ? '' : '浏览器自己的历史和缓存，请在浏览器里清除。'
    }`,
    confirmText: '清除',
    cancelText: '先不清除',
  })
  if (!confirmed) return
  forgetPlaces()
  forgetNotes()
  forgetTakings()
  forgetAnswering()
  forgetTalks()
  forgetTickets()
  forgetTrade()
  forgetDoor()
  keepUnit(null)
  shelf.clear()
  forgetCounts()
}

/** The key of this browser, and the copies that still show what was kept under it. */
export const forgetKey = async () => {
  const confirmed = await ask({
    title: '忘掉这个浏览器的钥匙',
    content:
      '收藏、测评结果、预约、活动报名、对话、单位和昵称是靠这把钥匙找到的。忘掉以后，现在的这些就再也打不开了，谁也找不回来。约好的时间不会自己取消，不去的话请先取消。离线内容会一起清除。如果想把云端存的也删掉，请先到「隐私中心」里删除。',
    confirmText: '忘掉',
    cancelText: '先留着',
  })
  if (!confirmed) return
  deviceKey.drop()
  forgetTalks()
  forgetTickets()
  forgetDoor()
  forgetUnread()
  forgetNext()
  keepUnit(null)
  shelf.clear()
}
