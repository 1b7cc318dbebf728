import { expect, it } from 'vitest'
import { trySignups } from '../../tests/house/signups-machine'

it('whatever is asked, at once or cut off anywhere: no seat is sold twice or lost, and the line keeps its order', async () => {
  await expect(trySignups(500)).resolves.toBeUndefined()
}, 60_000)
