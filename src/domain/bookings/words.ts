export const states = [
  'held',
  'confirmed',
  'attended',
  'missed',
  'cancelled',
  'cancelled-late',
  'cancelled-by-counsellor',
  'expired',
] as const
export type BookingState = (typeof states)[number]

/**
 * What the counsellor it was with is shown. What is the person's alone stays so: a time that was given up says nothing but
 * that it is free.
 */
export const heldStates = ['confirmed', 'attended', 'missed', 'cancelled-by-counsellor'] as const

/** As the person reads it. Nothing here blames anybody. */
export const stateNames: Record<BookingState, string> = {
  held: '为您留着，等您确认',
  confirmed: '已约好',
  attended: '已完成',
  missed: '没有见上',
  cancelled: '已取消',
  'cancelled-late': '已取消',
  'cancelled-by-counsellor': '咨询师取消了',
  expired: '没有确认，已放开',
}

/** Why a counsellor calls one off: one of these, so that nothing about anybody can be written here. */
export const callOffReasons = ['ill', 'urgent', 'left', 'place-closed', 'other-way'] as const
export type CallOffReason = (typeof callOffReasons)[number]

/** As the person reads it. */
export const callOffNames: Record<CallOffReason, string> = {
  ill: '咨询师身体不适',
  urgent: '咨询师临时有急事',
  left: '咨询师不在这里工作了',
  'place-closed': '面谈的地方当天不开放',
  'other-way': '换一种方式更合适',
}
