/** All that counselling keeps, as other functions may know it. */

export {
  bookingCountsStore,
  bookingsStore,
  bookingTurnsStore,
  counsellorWeeksStore,
  personWeeksStore,
} from './bookings-store'
export { chatsStore, messagesStore, presencesStore, typingStore } from './chats-store'
export { counsellorsStore, timetablesStore } from './counsellors-store'
export {
  answeredMonthsStore,
  answeredStore,
  billedMonthsStore,
  billsStore,
  DIRECTORY,
  hotlinesStore,
} from './hotlines-store'
export { waitsStore, wishesStore } from './waits-store'
