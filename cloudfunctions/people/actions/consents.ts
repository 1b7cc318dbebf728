import type { Handlers } from '../../_kit/serve'

export const consents: Handlers<'consents'> = {
  list: async () => {
    throw new Error('not built')
  },
  give: async () => {
    throw new Error('not built')
  },
  withdraw: async () => {
    throw new Error('not built')
  },
}
