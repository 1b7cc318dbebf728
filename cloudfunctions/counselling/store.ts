/** All that counselling keeps, as other functions may know it. */

export {
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
export { picturesStore } from './pictures-store'
export { recordsStore, recordTitlesStore, supervisionsStore } from './records-store'
export { repliesStore } from './replies-store'
export { waitsStore, wishesStore } from './waits-store'
