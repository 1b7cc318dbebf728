import type { Handlers } from '../../_kit/serve'

export const shifts: Handlers<'shifts'> = {
  list: async () => {
    throw new Error('not built')
  },
  add: async () => {
    throw new Error('not built')
  },
  remove: async () => {
    throw new Error('not built')
  },
  setHead: async () => {
    throw new Error('not built')
  },
}
