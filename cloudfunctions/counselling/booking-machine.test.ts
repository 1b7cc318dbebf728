import { expect, it } from 'vitest'
import { tryBookings } from '../../tests/house/booking-machine'

it('whatever is asked in whatever order, every booking holds its time exactly once, on both sides', async () => {
  await expect(tryBookings(500)).resolves.toBeUndefined()
}, 60_000)
