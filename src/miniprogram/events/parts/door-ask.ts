import { ask } from '../../parts/ask'

export const askToEnd = () =>
  ask({
    title: '结束签到',
    content: '名单和签到记录会从这部手机上清除，已经送出的不受影响。还要再签到的话，需要新的签到口令。',
    confirmText: '结束',
    cancelText: '先不结束',
  })

/** What was never sent is not thrown away unasked. */
export const askToDrop = (waiting: number) =>
  ask({
    title: '清除',
    content: `${waiting} 条签到没有送到，清除以后找不回来。可以先告诉组织者有几位没有记上。`,
    confirmText: '清除',
    cancelText: '先留着',
  })
