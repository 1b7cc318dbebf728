import type { Handlers } from '../../_kit/serve'

export const duty: Handlers<'duty'> = {
  now: async () => {
    throw new Error('not built')
  },
}
