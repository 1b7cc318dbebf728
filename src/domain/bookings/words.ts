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
