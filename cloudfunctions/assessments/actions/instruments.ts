import type { Handlers } from '../../_kit/serve'

export const instruments: Handlers<'instruments'> = {
  offered: async () => {
    throw new Error('not built')
  },
}
