import { storage } from './storage'

const NAME = 'unit'

/** The branch as it was last heard of, so that 「我的」 can say it without asking. Null: not known on this phone. */
export const knownUnit = () => storage.read<string>(NAME)
export const keepUnit = (name: string | null) => {
  if (name === null) storage.remove(NAME)
  else storage.write(NAME, name)
}
