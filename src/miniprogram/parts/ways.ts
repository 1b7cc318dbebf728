import Taro from '@tarojs/taro'
import type { Card } from '../../contract/pieces'
import type { Purpose } from '../../domain/consents/words'
import type { Field } from '../../domain/counsellors/words'
import type { InstrumentId } from '../../domain/instruments/instrument'
import type { Kind, Topic } from '../../domain/pieces/words'
import { coverSteps, uncoverSteps } from '../phone/steps-back'
import { tell } from './tell'

export const paths = {
  home: '/pages/home/index',
  learn: '/pages/learn/index',
  tests: '/pages/tests/index',
  counselling: '/pages/counselling/index',
  mine: '/pages/mine/index',
  help: '/pages/help/index',
  notes: '/pages/notes/index',
  list: '/library/pages/list/index',
  piece: '/library/pages/piece/index',
  favourites: '/library/pages/favourites/index',
  breathing: '/library/pages/breathing/index',
  centre: '/privacy/pages/centre/index',
  features: '/privacy/pages/features/index',
  stored: '/privacy/pages/stored/index',
  readings: '/privacy/pages/readings/index',
  consents: '/privacy/pages/consents/index',
  consent: '/privacy/pages/consent/index',
  takeAway: '/privacy/pages/take-away/index',
  destroy: '/privacy/pages/destroy/index',
  receipt: '/privacy/pages/receipt/index',
  unit: '/privacy/pages/unit/index',
  nickname: '/privacy/pages/nickname/index',
  instrument: '/tests/pages/instrument/index',
  taking: '/tests/pages/taking/index',
  result: '/tests/pages/result/index',
  results: '/tests/pages/results/index',
  sheet: '/tests/pages/sheet/index',
  survey: '/tests/pages/survey/index',
  inbox: '/notices/pages/inbox/index',
  chats: '/chat/pages/chats/index',
  chat: '/chat/pages/chat/index',
  counsellors: '/counselling/pages/list/index',
  counsellor: '/counselling/pages/counsellor/index',
  confirm: '/counselling/pages/confirm/index',
  wish: '/counselling/pages/wish/index',
  bookings: '/counselling/pages/bookings/index',
  booking: '/counselling/pages/booking/index',
  move: '/counselling/pages/move/index',
  events: '/events/pages/calendar/index',
  event: '/events/pages/event/index',
  myEvents: '/events/pages/mine/index',
  ticket: '/events/pages/ticket/index',
  rate: '/events/pages/rate/index',
  certificate: '/events/pages/certificate/index',
  draw: '/events/pages/draw/index',
  door: '/events/pages/door/index',
} as const

export const wayTo = (piece: Pick<Card, 'kind'> & { id: string }) =>
  `${piece.kind === 'exercise' ? paths.breathing : paths.piece}?id=${encodeURIComponent(piece.id)}`

export const wayToList = ({ topic, kind }: { topic?: Topic; kind?: Kind }) => {
  const asked = [topic && `topic=${topic}`, kind && `kind=${kind}`].filter(Boolean).join('&')
  return asked ? `${paths.list}?${asked}` : paths.list
}

export const wayToConsent = (purpose: Purpose) => `${paths.consent}?purpose=${purpose}`

export const wayToInstrument = (id: InstrumentId) => `${paths.instrument}?of=${id}`
export const wayToTaking = (id: InstrumentId) => `${paths.taking}?of=${id}`

/** `soft`: help is offered beside it. */
export const wayToResult = (result: { id: string; instrumentId: InstrumentId }, soft = false) =>
  `${paths.result}?id=${encodeURIComponent(result.id)}&of=${result.instrumentId}${soft ? '&soft=1' : ''}`

export const wayToSurvey = (id: string) => `${paths.survey}?id=${encodeURIComponent(id)}`

export const wayToSheet = (id: string) => `${paths.sheet}?id=${encodeURIComponent(id)}`

export const wayToCounsellors = (field: Field) => `${paths.counsellors}?field=${field}`
export const wayToCounsellor = (id: string) => `${paths.counsellor}?id=${encodeURIComponent(id)}`
export const wayToConfirm = (bookingId: string) => `${paths.confirm}?id=${encodeURIComponent(bookingId)}`
export const wayToConfirmSeries = (seriesId: string) => `${paths.confirm}?series=${encodeURIComponent(seriesId)}`
export const wayToBooking = (id: string) => `${paths.booking}?id=${encodeURIComponent(id)}`
export const wayToMove = (id: string) => `${paths.move}?id=${encodeURIComponent(id)}`

export const wayToChat = (id: string) => `${paths.chat}?id=${encodeURIComponent(id)}`

export const wayToEvent = (id: string) => `${paths.event}?id=${encodeURIComponent(id)}`
export const wayToTicket = (eventId: string) => `${paths.ticket}?id=${encodeURIComponent(eventId)}`
export const wayToRate = (eventId: string) => `${paths.rate}?id=${encodeURIComponent(eventId)}`
export const wayToCertificate = (eventId: string) => `${paths.certificate}?id=${encodeURIComponent(eventId)}`
export const wayToDraw = (eventId: string) => `${paths.draw}?id=${encodeURIComponent(eventId)}`

/** With a kind that is chosen already. */
export const wayToDestroy = (kind: string) => `${paths.destroy}?kind=${encodeURIComponent(kind)}`

/** In the order of the bar. */
export const tabs: readonly string[] = [paths.home, paths.learn, paths.tests, paths.counselling, paths.mine]
const known: readonly string[] = Object.values(paths)

/** A link in an article may name a page this version does not have: browsers would show an empty page, WeChat nothing. */
export const go = (url: string) => {
  const path = url.replace(/[?#].*$/, '')
  if (!known.includes(path)) {
    tell('没有打开', '这个链接现在打不开了，您可以看看别的')
    return
  }
  if (path === paths.help) {
    openHelp({ above: url, instead: url }).catch(() => tell('没有打开', '请直接拨打 12356，有危险时拨打 120 或 110'))
    return
  }
  const opening = tabs.includes(path) ? Taro.switchTab({ url: path }) : Taro.navigateTo({ url })
  opening.catch(() => tell('没有打开', '请返回上一页再试一次'))
}

/** Opens a page in the place of this one: a step back finds what was before. */
export const goInstead = (url: string) => {
  Taro.redirectTo({ url }).catch(() => tell('没有打开', '请返回上一页再试一次'))
}

let helpOpening: Promise<unknown> | null = null

/**
 * WeChat holds ten pages at most: then help takes the place of this one, and of all of them if that fails as well. A second
 * tap while it opens is the same tap. Rejects when nothing could open it.
 */
const openHelp = ({ above, instead }: { above: string; instead: string }): Promise<unknown> => {
  helpOpening ??= Taro.navigateTo({ url: above })
    .catch(() => Taro.redirectTo({ url: instead }))
    .catch(() => Taro.reLaunch({ url: instead }))
    .finally(() => {
      helpOpening = null
    })
  return helpOpening
}

/** After an answer that says somebody may be in danger. Where help took the place of the questions, it knows the way back. */
export const showHelp = (id: InstrumentId) => {
  const above = `${paths.help}?from=answer`
  return openHelp({ above, instead: `${above}&of=${id}` })
}

/** One step back; a page opened from a link has nothing behind it but the home page. */
export const goBack = () => {
  if (Taro.getCurrentPages().length > 1) Taro.navigateBack()
  else Taro.switchTab({ url: paths.home })
}

/** Leaves nothing behind that a step back would show. Answers that were not sent stay on the phone, as they do at any leaving. */
export const hideQuickly = () => {
  coverSteps()
  Taro.reLaunch({ url: paths.notes })
}

/** Back from the page for notes, by one's own wish. */
export const comeBack = () => {
  uncoverSteps()
  Taro.switchTab({ url: paths.home })
}
