import type { Handlers } from '../../_kit/serve'

export const profile: Handlers<'profile'> = {
  show: async () => {
    throw new Error('not built')
  },
  rename: async () => {
    throw new Error('not built')
  },
}
