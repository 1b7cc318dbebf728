import { mornings, profileNamed } from '../house/counsellors'
import { aLine, anInstitution, answeredCall, billedPiece, newBillId, newId } from '../house/hotlines'
import { letters, nothing, type Samples } from './sample'
import type { Stage } from './stage'

const chat = ({ chatId }: Stage) => ({ chatId })
const saying = ({ chatId }: Stage) => ({ chatId, messageId: letters(), text: '您好' })
const booking = ({ bookingId }: Stage) => ({ bookingId })
const aTime = { from: '2026-03-12T01:00:00.000Z', mode: 'phone' } as const
const handedIn = ({ counsellorId, submittedAt }: Stage) => ({ counsellorId, submittedAt })
const id16 = () => letters().slice(0, 20)

type Features =
  | 'chats'
  | 'workbench'
  | 'records'
  | 'hotlines'
  | 'bookings'
  | 'waits'
  | 'wishes'
  | 'counsellors'
  | 'timetables'

/** The shortest JPEG that begins like one. */
const showing = ({ chatId }: Stage) => ({
  ...{ chatId, messageId: letters(), piece: 0, pieces: 1, width: 1, height: 1 },
  data: Buffer.from([0xff, 0xd8, 0xff, 0xd9]).toString('base64'),
})

/** Those of counselling. */
export const counselling: Pick<Samples, Features> = {
  chats: {
    now: nothing,
    ask: () => ({ chatId: letters() }),
    meet: ({ bookingId }) => ({ bookingId }),
    sendImage: showing,
    imagePiece: ({ chatId }) => ({ chatId, messageId: letters(), piece: 0 }),
    mine: nothing,
    pull: ({ chatId }) => ({ chatId, after: 0 }),
    send: saying,
    read: ({ chatId }) => ({ chatId, number: 1 }),
    typing: chat,
    answerTransfer: ({ chatId }) => ({ chatId, agreed: true }),
    end: chat,
    destroy: chat,
  },
  workbench: {
    list: () => ({ available: true }),
    leave: nothing,
    accept: chat,
    meet: ({ bookingId }) => ({ bookingId }),
    sendImage: showing,
    imagePiece: ({ chatId }) => ({ chatId, messageId: letters(), piece: 0 }),
    offerHelp: chat,
    quickReplies: nothing,
    saveQuickReplies: () => ({ rows: [{ id: letters(), text: '您慢慢说。' }] }),
    pull: ({ chatId }) => ({ chatId, after: 0 }),
    send: saying,
    read: ({ chatId }) => ({ chatId, number: 1 }),
    typing: chat,
    colleagues: nothing,
    transfer: ({ chatId, staffId }) => ({ chatId, staffId, past: true }),
    end: chat,
  },
  records: {
    list: nothing,
    forSession: ({ bookingId }) => ({ of: 'booking', ofId: bookingId }),
    open: ({ recordId }) => ({ recordId }),
    save: ({ bookingId }) => ({
      ...{ about: { of: 'booking', ofId: bookingId }, revision: 0, saveId: letters(), template: 'note' },
      sections: [{ section: 'note', text: '下次谈睡眠' }],
    }),
    close: ({ recordId }) => ({ recordId, revision: 1 }),
    add: ({ closedRecordId }) => ({ recordId: closedRecordId, additionId: letters(), text: '后来想到' }),
    askSupervision: ({ recordId }) => ({ recordId, question: '怎样谈结束' }),
    takeBackSupervision: ({ recordId }) => ({ recordId }),
    requests: nothing,
    openForSupervision: ({ requestId }) => ({ requestId }),
    answerSupervision: ({ takenRequestId }) => ({ requestId: takenRequestId, answer: '可以提前三次谈' }),
  },
  hotlines: {
    list: nothing,
    desk: nothing,
    saveInstitution: ({ branchId }) => ({ institutionId: newId(), branchId, revision: 0, ...anInstitution }),
    removeInstitution: ({ institutionId }) => ({ institutionId }),
    saveLine: ({ institutionId }) => ({ lineId: newId(), institutionId, revision: 0, ...aLine }),
    removeLine: ({ lineId }) => ({ lineId }),
    move: ({ lineId }) => ({ id: lineId, up: true }),
    log: ({ lineId }) => ({ entryId: newId(), lineId, ...answeredCall }),
    logged: nothing,
    correct: ({ lineId }) => ({ entryId: 'noentry', lineId, ...answeredCall, void: false }),
    beginBill: ({ lineId }) => ({ billId: newBillId(), lineId, fileName: '话单.csv', calls: 2 }),
    billPiece: ({ billId }) => ({ billId, ...billedPiece }),
    bills: nothing,
  },
  bookings: {
    hold: ({ counsellorId }) => ({ bookingId: id16(), staffId: counsellorId, ...aTime }),
    confirm: booking,
    letGo: booking,
    series: ({ counsellorId }) => ({ seriesId: id16(), staffId: counsellorId, ...aTime, sessions: 2 }),
    confirmSeries: ({ bookingId }) => ({ seriesId: bookingId }),
    reschedule: ({ bookingId }) => ({ bookingId, ...aTime }),
    cancel: booking,
    rate: ({ bookingId }) => ({ bookingId, rating: 5 }),
    setCard: ({ bookingId }) => ({ bookingId, card: '最近睡得不好' }),
    setPhone: ({ bookingId }) => ({ bookingId, phone: '13800000000' }),
    mine: nothing,
    open: booking,
    week: () => ({ from: '2026-03-09T16:00:00.000Z' }),
    held: () => ({ order: 'latest' }),
    card: booking,
    phone: booking,
    attended: booking,
    missed: booking,
    callOff: ({ bookingId }) => ({ bookingId, reason: 'ill' }),
  },
  waits: {
    join: () => ({ waitId: id16(), staffId: null, field: 'sleep', mode: null }),
    mine: nothing,
    leave: ({ waitId }) => ({ waitId }),
    accept: ({ waitId }) => ({ waitId, bookingId: id16(), mode: 'phone' }),
    decline: ({ waitId }) => ({ waitId }),
  },
  wishes: {
    ask: () => ({ wishId: id16(), mode: null, field: null, times: ['evening'], words: '只有晚上有空' }),
    mine: nothing,
    takeBack: ({ wishId }) => ({ wishId }),
    list: nothing,
    waiting: nothing,
    words: ({ wishId }) => ({ wishId }),
    answer: ({ wishId, counsellorId }) => ({ wishId, proposals: [{ staffId: counsellorId, ...aTime }] }),
  },
  counsellors: {
    list: nothing,
    open: ({ counsellorId }) => ({ counsellorId }),
    mine: nothing,
    saveDraft: () => profileNamed('林月华'),
    submit: nothing,
    pause: () => ({ paused: true }),
    all: () => ({ which: 'all' }),
    approve: handedIn,
    sendBack: (stage) => ({ ...handedIn(stage), why: '请补上证书编号' }),
  },
  timetables: {
    mine: nothing,
    save: () => mornings,
    addException: () => ({ id: letters(), from: '2026-03-12', until: '2026-03-12', periods: [] }),
    removeException: () => ({ exceptionId: 'noexception' }),
    preview: () => ({ from: '2026-03-10' }),
  },
}
