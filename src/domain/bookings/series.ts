import { daysLater } from '../time'

export const MOST_SESSIONS = 6

/** The same weekday and hour, week after week: Shanghai keeps one offset all year. */
export const weekly = (from: string, sessions: number): string[] =>
  Array.from({ length: sessions }, (_, week) => daysLater(new Date(from), week * 7).toISOString())

/** Of one session of a series, so that asking again is the same booking. Numbered from 1. */
export const sessionId = (seriesId: string, number: number) => `${seriesId}-${number}`
