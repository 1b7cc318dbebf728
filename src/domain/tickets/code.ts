import { hex, hmacSha256, utf8 } from '../hashing/sha-256'

/** A code is good for so long, and so many windows before and after: clocks of phones differ. */
export const WINDOW_SECONDS = 30
export const WINDOWS_AROUND = 2

/** Without what looks like something else: I, O, 0 and 1. */
const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
const CODE_LENGTH = 8
const DOOR_DIGITS = 6

const windowAt = (now: Date) => Math.floor(now.getTime() / (WINDOW_SECONDS * 1000))
const windowsAround = (now: Date) =>
  Array.from({ length: 2 * WINDOWS_AROUND + 1 }, (_, at) => windowAt(now) + at - WINDOWS_AROUND)

/** Seconds until the code changes, 1 to 30. */
export const secondsLeft = (now: Date) => WINDOW_SECONDS - (Math.floor(now.getTime() / 1000) % WINDOW_SECONDS)

const mac = (key: string, text: string) => hmacSha256(utf8(key), utf8(text))

/** A ticket's own key: whoever has it can make this ticket's codes and no other's. 64 hex digits. */
export const ticketKeyOf = (doorKey: string, ticketId: string) => hex(mac(doorKey, `ticket ${ticketId}`))

const codeIn = (key: string, window: number) =>
  Array.from(mac(key, `code ${window}`).slice(0, CODE_LENGTH), (byte) => ALPHABET[byte % ALPHABET.length]).join('')

/** What a ticket shows now: eight letters and digits. */
export const codeAt = (ticketKey: string, now: Date) => codeIn(ticketKey, windowAt(now))

/** Whether the ticket showed this around then. */
export const isCode = (ticketKey: string, code: string, at: Date) =>
  windowsAround(at).some((window) => codeIn(ticketKey, window) === code)

const doorCodeIn = (doorKey: string, window: number) => {
  const number = new DataView(mac(doorKey, `door ${window}`).buffer).getUint32(0)
  return String(number % 10 ** DOOR_DIGITS).padStart(DOOR_DIGITS, '0')
}

/** What is shown at the door for those who check in by themselves: six digits. */
export const doorCodeAt = (doorKey: string, now: Date) => doorCodeIn(doorKey, windowAt(now))

export const isDoorCode = (doorKey: string, code: string, at: Date) =>
  windowsAround(at).some((window) => doorCodeIn(doorKey, window) === code)

const QR = /^XY1\.([A-Za-z0-9_-]{1,40})\.([2-9A-HJ-NP-Z]{8})$/

/** What the picture of a ticket says. */
export const qrText = (ticketId: string, code: string) => `XY1.${ticketId}.${code}`

/** undefined for any other picture in the world. */
export function readQr(text: string): { ticketId: string; code: string } | undefined {
  const [, ticketId, code] = QR.exec(text.trim()) ?? []
  return ticketId && code ? { ticketId, code } : undefined
}
