import { minutesLater } from '../../../src/domain/time'
import type { CloudHouse } from '../../house/cloud-house'
import type { openMeter } from './meter'

/** A minute of the clock, once every job has run: all of them the moment before, or a minute before. */
export async function clockStory(house: CloudHouse, { bills, last }: ReturnType<typeof openMeter>) {
  const ranAgo = async (minutes: number) => {
    const endedAt = minutesLater(new Date(), -minutes).toISOString()
    const leases = house.standIn.dump('leases').map((lease) => ({ ...lease, until: endedAt, endedAt }))
    await house.standIn.load('leases', leases)
    await house.cloud.timer('clock')
    return last()
  }
  bills['clock, with nothing due'] = await ranAgo(0)
  // What the stories before left for it is done first.
  await ranAgo(1)
  bills['clock, with what each minute looks at'] = await ranAgo(1)
}
