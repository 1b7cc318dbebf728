import { shelf } from '../../cloud/use-reply'
import { forgetCounts } from '../../counting/counters'
import { forgetUnread } from '../../notices/unread'
import { forgetNext } from '../../pages/mine/next-booking'
import { storage } from '../../phone/storage'
import { forgetTakings } from '../../phone/takings'
import { forgetTalks } from '../../phone/talks'
import { forgetTickets } from '../../phone/tickets'
import { keepUnit } from '../../phone/unit'

/** The size of the words and the colours are of the phone, not of the person. */
const STAYS: readonly string[] = ['preferences']

/** Everything this phone knows: its key, what was read and how far, what was not sent yet, what was written and looked up. */
export const forgetAll = () => {
  shelf.clear()
  forgetCounts()
  forgetTakings()
  forgetTalks()
  forgetUnread()
  forgetNext()
  for (const name of storage.names()) if (!STAYS.includes(name)) storage.remove(name)
}

/** What lies on this phone of the kinds that were destroyed: copies of articles say whether they were kept. */
export const forgetKinds = (kinds: readonly string[]) => {
  if (kinds.includes('favourites')) shelf.clear()
  if (kinds.includes('memberships')) keepUnit(null)
  if (kinds.includes('results')) forgetTakings()
  if (kinds.includes('chats') || kinds.includes('messages')) {
    forgetTalks()
    shelf.drop('chats')
  }
  if (kinds.includes('notices')) {
    shelf.drop('notices')
    forgetUnread()
  }
  if (kinds.includes('bookings')) forgetNext()
  // A copy of an event says whether one had signed up.
  if (kinds.includes('signups')) {
    forgetTickets()
    shelf.clear()
  }
}
