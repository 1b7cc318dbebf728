import type { Handlers } from '../../_kit/serve'

export const privacy: Handlers<'privacy'> = {
  stored: async () => {
    throw new Error('not built')
  },
  readings: async () => {
    throw new Error('not built')
  },
  export: async () => {
    throw new Error('not built')
  },
  destroy: async () => {
    throw new Error('not built')
  },
}
