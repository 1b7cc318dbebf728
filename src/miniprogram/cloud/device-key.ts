import { storage } from '../phone/storage'

const NAME = 'deviceKey'

/** What a browser shows instead of a WeChat identity. Whoever loses it loses what was kept under it. */
export const deviceKey = {
  read: () => storage.read<string>(NAME),
  keep: (key: string) => {
    storage.write(NAME, key)
  },
  drop: () => storage.remove(NAME),
}
