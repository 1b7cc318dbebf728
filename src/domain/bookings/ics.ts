import type { Booking } from './booking'

/** What a calendar on a phone, seen by others, may say. */
export const CALENDAR_TITLE = '心驿预约'

/** RFC 5545 §3.3.5, form 2. */
const stamp = (instant: string | Date) => new Date(instant).toISOString().replace(/[-:]|\.\d{3}/g, '')

/** RFC 5545 §3.3.11. */
const escaped = (text: string) => text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n')

/** A character of UTF-8 is at most four bytes. */
const bytesOf = (character: string) => {
  const code = character.codePointAt(0) ?? 0
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
}

/** RFC 5545 §3.1: no line is longer than 75 octets; the next begins with a space, and no character is cut. */
function folded(line: string): string {
  let text = ''
  let octets = 0
  for (const character of line) {
    const more = bytesOf(character)
    if (octets + more > 75) {
      text += '\r\n '
      octets = 1
    }
    text += character
    octets += more
  }
  return text
}

/** Where they meet, as a calendar tells it; empty where they do not. */
export const placeInCalendar = (station: { stationName: string; stationAddress: string }): string =>
  [station.stationName, station.stationAddress].filter((part) => part !== '').join('，')

/** One event, with a word an hour before. `place` is where they meet; empty where they do not. A later revision takes the place of what was put into a calendar before. */
export const icsOf = (
  { id, from, until, revision, state }: Pick<Booking, 'id' | 'from' | 'until' | 'revision' | 'state'>,
  place: string,
  now: Date,
): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Xinyi//Bookings//ZH',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${id}@xinyi`,
    `SEQUENCE:${revision}`,
    `DTSTAMP:${stamp(now)}`,
    `DTSTART:${stamp(from)}`,
    `DTEND:${stamp(until)}`,
    `SUMMARY:${escaped(CALENDAR_TITLE)}`,
    ...(place === '' ? [] : [`LOCATION:${escaped(place)}`]),
    `STATUS:${state === 'confirmed' ? 'CONFIRMED' : 'CANCELLED'}`,
    'CLASS:PRIVATE',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escaped(CALENDAR_TITLE)}`,
    'TRIGGER:-PT1H',
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
  ]
    .map(folded)
    .join('\r\n')
    .concat('\r\n')
