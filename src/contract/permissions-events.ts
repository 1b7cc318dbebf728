import { employeesOwn, everyone } from './audiences'

const plan = { host: 'subject' } as const
/** Whoever plans in the branch or answers for it: the second person of two, and whoever sees what came of an event. */
const answerFor = { host: 'subject', manager: 'subject' } as const

/** Its hosts, and whoever took a pass for it on their own phone. */
const atTheDoor = { host: 'subject', employee: 'own' } as const

/** The part of the matrix that is events’. Whether somebody has to be a member is said by the event. */

export const events = {
  'signups.join': employeesOwn,
  'signups.mine': employeesOwn,
  'signups.open': employeesOwn,
  'signups.cancel': employeesOwn,
  'signups.accept': employeesOwn,
  'signups.decline': employeesOwn,
  'events.month': everyone,
  'events.open': everyone,
  'draws.open': everyone,
  'tickets.open': employeesOwn,
  'tickets.checkIn': employeesOwn,
  'doors.pass': plan,
  'doors.takePass': employeesOwn,
  'doors.list': atTheDoor,
  'doors.merge': atTheDoor,
  'doors.count': atTheDoor,
  'doors.answers': plan,
  'programme.list': answerFor,
  'programme.open': answerFor,
  'programme.save': { host: 'branch' },
  'programme.remove': plan,
  'programme.submit': plan,
  'programme.withdraw': plan,
  'programme.sendBack': answerFor,
  'programme.release': answerFor,
  'programme.copy': plan,
  'programme.move': plan,
  'programme.cancel': answerFor,
  'programme.lectures': answerFor,
  'programme.setQuota': { manager: 'branch' },
  'liveQuestions.ask': employeesOwn,
  'liveQuestions.mine': employeesOwn,
  'liveQuestions.takeBack': employeesOwn,
  'liveQuestions.list': plan,
  'liveQuestions.read': plan,
  'liveQuestions.settle': plan,
  'ratings.give': employeesOwn,
  'ratings.certificate': employeesOwn,
  'reports.open': answerFor,
  'reports.close': { host: 'subject' },
  'reports.checkCertificate': answerFor,
  'teachers.list': answerFor,
  'teachers.save': { host: 'branch' },
  'teachers.appeal': { host: 'subject' },
  'teachers.decide': { manager: 'subject' },
} as const
