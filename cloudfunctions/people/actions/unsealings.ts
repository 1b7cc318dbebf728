import type { Handlers } from '../../_kit/serve'

export const unsealings: Handlers<'unsealings'> = {
  list: async () => {
    throw new Error('not built')
  },
  request: async () => {
    throw new Error('not built')
  },
  approve: async () => {
    throw new Error('not built')
  },
  decline: async () => {
    throw new Error('not built')
  },
  open: async () => {
    throw new Error('not built')
  },
}
