import { expect, it } from 'vitest'
import { trySignups } from '../house/signups-machine'

it('ten thousand times: no seat is sold twice or lost, and the line keeps its order', async () => {
  await expect(trySignups(10_000)).resolves.toBeUndefined()
})
