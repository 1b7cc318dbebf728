import type { Handlers } from '../../_kit/serve'

export const membership: Handlers<'membership'> = {
  show: async () => {
    throw new Error('not built')
  },
  proveByCode: async () => {
    throw new Error('not built')
  },
  proveByNumber: async () => {
    throw new Error('not built')
  },
  leave: async () => {
    throw new Error('not built')
  },
}
