import type { Handlers } from '../../_kit/serve'

export const audit: Handlers<'audit'> = {
  readings: async () => {
    throw new Error('not built')
  },
  acts: async () => {
    throw new Error('not built')
  },
  destructions: async () => {
    throw new Error('not built')
  },
  verify: async () => {
    throw new Error('not built')
  },
  checkReceipt: async () => {
    throw new Error('not built')
  },
}
