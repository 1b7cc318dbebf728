import { expect, it } from 'vitest'
import { tryBookings } from '../house/booking-machine'

it('ten thousand times: whatever is asked, every booking holds its time exactly once', async () => {
  await expect(tryBookings(10_000)).resolves.toBeUndefined()
})
