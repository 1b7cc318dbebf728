import { CALENDAR_TITLE, icsOf, placeInCalendar } from '../../domain/bookings/ics'
import type { Appointment, InCalendar } from './add-to-calendar'
import { saveFile } from './save-file'

/** A browser reaches no calendar; the file does, wherever it is opened. */
export const addToCalendar = async (appointment: Appointment): Promise<InCalendar> => {
  const saved = await saveFile({
    name: `${CALENDAR_TITLE}.ics`,
    data: icsOf(appointment, placeInCalendar(appointment), new Date()),
    coding: 'utf8',
    type: 'text/calendar;charset=utf-8',
  })
  return saved === 'saved' ? 'saved' : 'not-added'
}
