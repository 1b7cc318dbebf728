import { shownInstant } from '../shell/time'

export const CountedAt = ({ instant }: { instant: string | null }) =>
  instant ? <span>统计到 {shownInstant(instant)}</span> : <span>这个月还没有统计过</span>
