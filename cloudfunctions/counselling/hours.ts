import { DEFAULT_HOURS, type Hours, readHours } from '../../src/domain/chats/promise'

/** When counsellors answer in writing here, from `XINYI_CHAT_HOURS`. Throws for what are no hours. */
export function hoursOf(named = process.env.XINYI_CHAT_HOURS): Hours {
  const hours = named ? readHours(named) : DEFAULT_HOURS
  if (!hours) throw new Error('XINYI_CHAT_HOURS is not two hours such as 10-24')
  return hours
}
