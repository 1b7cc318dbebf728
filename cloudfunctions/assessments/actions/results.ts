import type { Handlers } from '../../_kit/serve'

export const results: Handlers<'results'> = {
  submit: async () => {
    throw new Error('not built')
  },
  list: async () => {
    throw new Error('not built')
  },
  open: async () => {
    throw new Error('not built')
  },
  destroy: async () => {
    throw new Error('not built')
  },
  fhir: async () => {
    throw new Error('not built')
  },
}
