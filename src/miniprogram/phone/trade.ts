import { type Trade, trades } from '../../domain/signups/words'
import { storage } from './storage'

const NAME = 'trade'

/** As it was chosen at the last sign-up, so that the next is one tap. */
export const knownTrade = (): Trade | null => {
  const kept = storage.read<string>(NAME)
  return trades.find((trade) => trade === kept) ?? null
}

export const keepTrade = (trade: Trade) => {
  storage.write(NAME, trade)
}

export const forgetTrade = () => storage.remove(NAME)
