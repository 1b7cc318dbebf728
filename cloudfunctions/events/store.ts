/** All that events keep, as other functions may know it. */

export { doorKeepersStore, passesStore, scansStore } from './doors-store'
export { drawsStore } from './draws-store'
export { eventReportsStore } from './event-reports-store'
export { eventsStore } from './events-store'
export { liveQuestionsStore } from './live-questions-store'
export { quotasStore } from './quotas-store'
export { ratingsStore } from './ratings-store'
export { seatsStore } from './seats-store'
export { signupsStore } from './signups-store'
export { teachersStore } from './teachers-store'
