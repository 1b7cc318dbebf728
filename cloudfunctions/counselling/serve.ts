import { serve } from '../_kit/serve'
import { bookings } from './actions/bookings'
import { chats } from './actions/chats'
import { counsellors } from './actions/counsellors'
import { hotlines } from './actions/hotlines'
import { records } from './actions/records'
import { timetables } from './actions/timetables'
import { waits } from './actions/waits'
import { wishes } from './actions/wishes'
import { workbench } from './actions/workbench'

export const counselling = serve('counselling', {
  counsellors,
  timetables,
  chats,
  workbench,
  records,
  hotlines,
  bookings,
  waits,
  wishes,
})
