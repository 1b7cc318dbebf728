import type { Keys } from '../_kit/keys'

/** Without what is easily taken for another. */
const LETTERS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'

const letters = (hash: string, amount: number) =>
  [...Buffer.from(hash, 'base64url')]
    .slice(0, amount)
    .map((byte) => LETTERS[byte % LETTERS.length])
    .join('')

type About = { eventId: string; timesCome: number }

const checkOf = (serial: string, { eventId, timesCome }: About, keys: Keys) =>
  letters(keys.hash('certificate', `${eventId}\n${timesCome}\n${serial}`), 8)

/** The same each time it is asked for; nobody without the key makes one, and it does not lead back to the ticket. */
export function certificateNumber(ticketId: string, about: About, keys: Keys): string {
  const serial = letters(keys.hash('certificate-serial', ticketId), 6)
  return `${serial}-${checkOf(serial, about, keys)}`
}

/** How many times of this event it speaks of; undefined for a number that is not ours, or another event’s. */
export function timesCertified(number: string, eventId: string, most: number, keys: Keys): number | undefined {
  const [serial = '', check] = number.trim().toUpperCase().split('-')
  const amounts = Array.from({ length: most }, (_, at) => at + 1)
  return amounts.find((timesCome) => checkOf(serial, { eventId, timesCome }, keys) === check)
}
