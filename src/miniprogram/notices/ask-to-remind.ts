import Taro from '@tarojs/taro'
import type { Output } from '../../contract'
import type { NoticeKind } from '../../domain/notices/words'
import { api } from '../cloud/api'
import { newId } from '../phone/new-id'

type Template = Output<'notices', 'templates'>['rows'][number]

/** wx.requestSubscribeMessage takes five at most. */
const MOST_ASKED = 5
const TIMES_TOLD = 3

let templates: readonly Template[] = []

/** Before the tap, as a page opens: between a tap and its question nothing may be waited for. */
export const prepareToRemind = async (): Promise<void> => {
  if (templates.length > 0) return
  const reply = await api.notices.templates({})
  if (reply.ok) templates = reply.data.rows
}

/** Whether there is anything to ask of WeChat for these: no button without it. */
export const mayRemind = (kinds: readonly NoticeKind[]) => wanted(kinds).length > 0

const wanted = (kinds: readonly NoticeKind[]) =>
  templates.filter((template) => template.kinds.some((kind) => kinds.includes(kind))).slice(0, MOST_ASKED)

/**
 * From a tap alone. WeChat asks the person for each template; a yes is one message. Gives how many they were. Whatever the
 * answer, the notice itself stands in the inbox.
 */
export const askToRemind = async (kinds: readonly NoticeKind[]): Promise<number> => {
  const tmplIds = wanted(kinds).map(({ id }) => id)
  if (tmplIds.length === 0) return 0
  const answers = await ask(tmplIds)
  const yes = tmplIds.filter((id) => answers[id] === 'accept')
  const told = await Promise.all(yes.map(tell))
  return told.filter(Boolean).length
}

/** Reject, ban, and a main switch that is off are all a no. */
const ask = (tmplIds: string[]) =>
  new Promise<Record<string, unknown>>((answered) => {
    Taro.requestSubscribeMessage({
      tmplIds,
      entityIds: [],
      success: (answers) => answered(answers as unknown as Record<string, unknown>),
      fail: () => answered({}),
    })
  })

async function tell(templateId: string): Promise<boolean> {
  const consent = { subscriptionId: newId(), templateId }
  for (let time = 0; time < TIMES_TOLD; time++) {
    const reply = await api.notices.subscribed(consent)
    if (reply.ok) return true
    if (reply.code === 'TEMPLATE_NOT_FOUND' || reply.code === 'TOO_MANY_TRIES') return false
  }
  return false
}
