import { inShanghai } from '../../../domain/time'
import { Paper, Said } from '../../privacy/parts/paper'
import type { Seen } from './door-book'
import { nameOf } from './door-words'
import { verdictWords } from './verdict-words'

/** The last few, each as the cloud says it once it has heard of it. */
export const DoorLatest = ({ latest }: { latest: readonly Seen[] }) =>
  latest.length === 0 ? null : (
    <Paper title="刚才的">
      {latest.map(({ scanId, at, ticket, verdict, isSent }) => (
        <Said key={scanId} about={`${inShanghai(at).format('HH:mm')}${isSent ? '' : '，等网络'}`}>
          {`${ticket ? `${nameOf(ticket)}：` : ''}${verdictWords[verdict]}`}
        </Said>
      ))}
    </Paper>
  )
