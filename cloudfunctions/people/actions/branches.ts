import type { Handlers } from '../../_kit/serve'

export const branches: Handlers<'branches'> = {
  mine: async () => {
    throw new Error('not built')
  },
  children: async () => {
    throw new Error('not built')
  },
  create: async () => {
    throw new Error('not built')
  },
  rename: async () => {
    throw new Error('not built')
  },
  close: async () => {
    throw new Error('not built')
  },
  reopen: async () => {
    throw new Error('not built')
  },
  codes: async () => {
    throw new Error('not built')
  },
  newCode: async () => {
    throw new Error('not built')
  },
  endCode: async () => {
    throw new Error('not built')
  },
}
