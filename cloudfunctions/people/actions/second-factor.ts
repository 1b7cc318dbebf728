import type { Handlers } from '../../_kit/serve'

export const secondFactor: Handlers<'secondFactor'> = {
  begin: async () => {
    throw new Error('not built')
  },
  confirm: async () => {
    throw new Error('not built')
  },
}
