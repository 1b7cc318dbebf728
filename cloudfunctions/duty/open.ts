import { withdraw } from '../../src/domain/duty/call'
import { done } from '../../src/domain/result'
import { type Ending, endCall } from './end-call'
import { callsStore } from './store'
import { withDue } from './stored-call'

/** Takes back whatever call of a person stands, with its number; nothing where there is none. Cut off, the clock ends it. */
export async function takeBackCall(personId: string, around: Ending) {
  const taken = await around.database.open(callsStore).change(personId, (call) => {
    if (!call) return done({ reply: undefined })
    const closed = withDue({ ...call, ...withdraw(call, around.now) })
    return done({ write: closed, reply: closed })
  })
  if (taken.data) await endCall(taken.data, around)
}
