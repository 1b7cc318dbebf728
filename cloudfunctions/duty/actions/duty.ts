import { done } from '../../../src/domain/result'
import type { Handlers } from '../../_kit/serve'
import { dutyNow } from '../crew'

export const duty: Handlers<'duty'> = {
  now: async (_, { database, now }) => done(await dutyNow(now, database)),
}
