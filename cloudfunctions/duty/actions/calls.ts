import type { Handlers } from '../../_kit/serve'

export const calls: Handlers<'calls'> = {
  ask: async () => {
    throw new Error('not built')
  },
  mine: async () => {
    throw new Error('not built')
  },
  withdraw: async () => {
    throw new Error('not built')
  },
  queue: async () => {
    throw new Error('not built')
  },
  accept: async () => {
    throw new Error('not built')
  },
  phone: async () => {
    throw new Error('not built')
  },
  handOver: async () => {
    throw new Error('not built')
  },
  log: async () => {
    throw new Error('not built')
  },
  followUp: async () => {
    throw new Error('not built')
  },
  close: async () => {
    throw new Error('not built')
  },
}
