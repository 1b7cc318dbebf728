import type { Feature } from '../../src/contract'
import { currentVersion } from '../../src/domain/consents/texts'
import { draftOf } from '../house/pieces'
import { allAnswered, taking, toRelease } from '../house/taking'
import { letters, nothing, type Samples } from './sample'
import { counselling } from './samples-counselling'
import { events } from './samples-events'
import type { Stage } from './stage'

const piece = () => ({ pieceId: 'nopiece00001', revision: 1 })
const place = ({ branchId }: Stage) => ({ branchId })
const colleague = ({ staffId }: Stage) => ({ staffId })
const survey = ({ surveyId }: Stage) => ({ surveyId })
const one = ({ askedId }: Stage) => ({ unsealingId: askedId })
const result = ({ resultId }: Stage) => ({ resultId })
const call = ({ callId }: Stage) => ({ callId })
const oneCase = ({ caseId }: Stage) => ({ caseId })
const decision = { colour: 'yellow', reason: 'no-one-around', reviewInDays: 7 } as const
const link = () => `i_${letters()}${letters()}`

/** A well-formed request for each action, about what lies on the stage. An action without one does not compile. */
export const samples: Samples = {
  pieces: { home: nothing, list: nothing, open: () => ({ pieceId: 'nopiece00001' }) },
  favourites: {
    add: () => ({ pieceId: 'nopiece00001' }),
    remove: () => ({ pieceId: 'nopiece00001' }),
    list: nothing,
  },
  desk: {
    list: nothing,
    open: () => ({ pieceId: 'nopiece00001' }),
    create: () => ({ pieceId: letters(), kind: 'article', title: '草稿' }),
    save: () => ({ ...piece(), draft: draftOf('草稿') }),
    submit: piece,
    withdraw: piece,
    approve: piece,
    sendBack: () => ({ ...piece(), note: '请改' }),
    recall: () => ({ ...piece(), note: '过时' }),
  },
  uploads: {
    begin: () => ({ kind: 'image', bytes: 10 }),
    part: () => ({ uploadId: 'noupload', number: 0, data: 'AAAA' }),
    finish: () => ({ uploadId: 'noupload' }),
    limits: nothing,
  },
  tallies: {
    record: () => ({ batchId: letters(), tallies: [{ pieceId: 'nopiece00001', hour: '2026-03-10T09', reads: 1 }] }),
  },
  figures: {
    month: () => ({ month: '2026-03' }),
    pieces: () => ({ month: '2026-03' }),
    piece: () => ({ month: '2026-03', pieceId: 'nopiece00001' }),
    uses: () => ({ month: '2026-03' }),
    hotlines: () => ({ month: '2026-03' }),
    counselling: () => ({ month: '2026-03' }),
    ownCounselling: () => ({ month: '2026-03' }),
    events: () => ({ month: '2026-03' }),
    branch: ({ branchId }) => ({ branchId, month: '2026-03' }),
    branchesBelow: ({ branchId }) => ({ branchId, month: '2026-03' }),
  },
  uses: {
    record: () => ({ batchId: letters(), uses: [{ use: 'help.opened', hour: '2026-03-10T09', times: 1 }] }),
  },
  sessions: {
    signIn: () => ({ login: 'nobody-here', password: 'not the password' }),
    signOut: nothing,
    me: nothing,
    list: nothing,
    revoke: ({ sessionId }) => ({ sessionId }),
  },
  invitations: {
    open: () => ({ code: link() }),
    accept: () => ({ code: link(), password: 'bamboo and rain' }),
  },
  secondFactor: { begin: nothing, confirm: () => ({ code: '123456' }) },
  staff: {
    list: nothing,
    invite: ({ branchId, mark }) => ({
      name: `新人${mark.slice(0, 6)}`,
      login: `new-${mark}`,
      grants: [{ role: 'editor', branchId }],
    }),
    relink: colleague,
    change: ({ staffId, branchId }) => ({ staffId, grants: [{ role: 'editor', branchId }] }),
    approve: ({ waitingId }) => ({ staffId: waitingId }),
    decline: ({ waitingId }) => ({ staffId: waitingId }),
    leave: colleague,
    sessions: colleague,
    endSession: ({ staffId, sessionId }) => ({ staffId, sessionId }),
    signOutEverywhere: colleague,
  },
  devices: { enrol: nothing },
  branches: {
    mine: nothing,
    children: place,
    create: ({ branchId }) => ({
      branchId,
      kind: 'station',
      name: '新驿站',
      code: letters().toLowerCase().slice(0, 12),
    }),
    rename: ({ branchId, mark }) => ({ branchId, name: `改名${mark}` }),
    close: place,
    reopen: place,
    codes: place,
    newCode: ({ branchId }) => ({ branchId, days: 7 }),
    endCode: ({ branchId, codeId }) => ({ branchId, codeId }),
  },
  imports: {
    begin: ({ branchId }) => ({ branchId, importId: letters(), mode: 'add', fileName: '名单.csv', lines: 1 }),
    piece: ({ importId, branchCode }) => ({
      importId,
      number: 0,
      lines: [{ branchCode, card: 'A10001', identity: '', phone: '' }],
    }),
    finish: ({ importId }) => ({ importId }),
    list: nothing,
    problems: ({ importId }) => ({ importId }),
  },
  membership: {
    show: nothing,
    proveByCode: () => ({ code: 'WRONG-CODE' }),
    proveByNumber: () => ({ kind: 'card', number: 'A99999' }),
    leave: nothing,
  },
  profile: { show: nothing, rename: () => ({ nickname: '小雨' }) },
  consents: {
    list: nothing,
    give: () => ({ purpose: 'figures', version: currentVersion('figures') }),
    withdraw: () => ({ purpose: 'figures' }),
  },
  privacy: {
    stored: nothing,
    readings: nothing,
    export: nothing,
    destroy: () => ({ number: letters(), kinds: ['profiles'], account: false }),
    receipt: () => ({ number: letters() }),
  },
  unsealings: {
    list: nothing,
    request: ({ pseudonym }) => ({ pseudonym, reason: 'danger-to-life' }),
    approve: one,
    decline: one,
    open: ({ approvedId }) => ({ unsealingId: approvedId }),
  },
  instruments: { offered: nothing },
  results: {
    submit: () => taking('who5', 0),
    list: nothing,
    open: result,
    destroy: result,
    fhir: result,
  },
  releases: {
    list: nothing,
    release: () => toRelease('who5'),
    withdraw: () => ({ instrumentId: 'who5', version: 1 }),
  },
  surveys: {
    invited: nothing,
    submit: ({ surveyId }) => ({ surveyId, answers: allAnswered('who5', 0), adult: true }),
    takeBack: survey,
    list: place,
    create: ({ branchId }) => ({
      surveyId: letters(),
      branchId,
      instrumentId: 'k6',
      from: '2026-03-11T00:00:00.000Z',
      until: '2026-03-18T00:00:00.000Z',
    }),
    cancel: survey,
    figures: survey,
  },
  duty: { now: nothing },
  calls: {
    ask: () => ({ callId: letters(), phone: '13812345678' }),
    mine: nothing,
    withdraw: call,
    refer: ({ chatId }) => ({ callId: letters(), of: 'chat', ofId: chatId, ground: 'agreed', note: '' }),
    queue: () => ({ state: 'open' }),
    accept: call,
    phone: call,
    handOver: ({ callId, staffId }) => ({ callId, staffId }),
    log: ({ callId }) => ({ callId, what: 'no-answer' }),
    followUp: ({ callId }) => ({ callId, note: 'reached' }),
    close: ({ callId }) => ({ callId, outcome: 'reached' }),
  },
  drills: { list: nothing, start: nothing, stop: () => ({ drillId: 'nodrill' }) },
  ...counselling,
  ...events,
  shifts: {
    list: () => ({ from: '2026-03-10T00:00:00.000Z' }),
    add: ({ staffId }) => ({ staffId, from: '2026-03-11T00:00:00.000Z', until: '2026-03-11T08:00:00.000Z' }),
    remove: () => ({ shiftId: 'noshift' }),
    setHead: colleague,
  },
  cases: {
    list: () => ({ mine: false }),
    begin: ({ callId }) => ({ caseId: letters(), callId, ...decision }),
    open: oneCase,
    decide: ({ caseId }) => ({ caseId, ...decision }),
    handOver: ({ caseId, staffId }) => ({ caseId, staffId, note: '请继续联系' }),
    refer: ({ caseId }) => ({ caseId, level: 'L2', to: '市精神卫生中心', note: '已约好时间', followUpInDays: 3 }),
    endReferral: ({ caseId }) => ({ caseId, index: 0, result: 'arrived' }),
    close: oneCase,
  },
  notices: {
    list: nothing,
    read: () => ({ until: '2026-03-10T02:00:00.000Z' }),
    count: nothing,
    templates: nothing,
    subscribed: () => ({ subscriptionId: letters(), templateId: 'templatenumber-000001' }),
  },
  audit: {
    readings: nothing,
    acts: nothing,
    destructions: () => ({ month: '2026-03' }),
    verify: nothing,
    checkReceipt: () => ({
      receipt: {
        number: letters(),
        at: '2026-03-10T02:00:00.000Z',
        kinds: [{ title: '收藏', count: 1 }],
        account: false,
        backupsGoneAt: '2026-03-17T02:00:00.000Z',
        seal: 'made up',
      },
    }),
  },
}

export const sampleFor = (feature: Feature, verb: string, stage: Stage): Record<string, unknown> => {
  const sample = (samples[feature] as unknown as Record<string, (stage: Stage) => Record<string, unknown>>)[verb]
  if (!sample) throw new Error(`no sample for ${feature}.${verb}`)
  return sample(stage)
}
