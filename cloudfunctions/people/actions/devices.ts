import { done } from '../../../src/domain/result'
import { countUse } from '../../_kit/attempts'
import { keepFor } from '../../_kit/data-keys'
import { DEVICE_KEY } from '../../_kit/identify'
import { devicesStore } from '../../_kit/identity'
import { newSecret, secretId } from '../../_kit/keys'
import type { Handlers } from '../../_kit/serve'

/** A whole office can stand behind one address. */
const MOST_ENROLMENTS = 300
const WINDOW_MINUTES = 60

export const devices: Handlers<'devices'> = {
  enrol: async (_, context) => {
    const counted = await countUse('enrol', MOST_ENROLMENTS, WINDOW_MINUTES, context)
    if (!counted.ok) return counted
    const key = newSecret(DEVICE_KEY)
    const id = secretId(key)
    const personId = context.keys.hash('person', `device\n${id}`)
    const devices = context.database.open(devicesStore)
    const at = context.now.toISOString()
    const write = () => devices.insert({ id, personId, enrolledAt: at, seenAt: at })
    await keepFor(devicesStore, personId, context, write, () => devices.remove(id))
    return done({ key })
  },
}
