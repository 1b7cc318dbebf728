import { countUse } from '../../counting/count-use'
import { noteLeft } from '../../phone/takings'

/** Counts those who did not come back, at the question they left at. */
export const countLeft = () =>
  noteLeft(({ instrumentId, item }) => countUse(`tests.left.${instrumentId}.${item}`), new Date())
