import type { Handlers } from '../../_kit/serve'

export const releases: Handlers<'releases'> = {
  list: async () => {
    throw new Error('not built')
  },
  release: async () => {
    throw new Error('not built')
  },
  withdraw: async () => {
    throw new Error('not built')
  },
}
