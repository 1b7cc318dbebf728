import type { Handlers } from '../../_kit/serve'

export const imports: Handlers<'imports'> = {
  begin: async () => {
    throw new Error('not built')
  },
  piece: async () => {
    throw new Error('not built')
  },
  finish: async () => {
    throw new Error('not built')
  },
  list: async () => {
    throw new Error('not built')
  },
  problems: async () => {
    throw new Error('not built')
  },
}
