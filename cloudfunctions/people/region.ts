import { type Region, regions } from '../../src/domain/retention/floors'

/** Where this union works, from `XINYI_REGION`. Throws for a region whose rules are not known here. */
export function regionOf(named = process.env.XINYI_REGION): Region {
  const region = regions.find((known) => known === (named || 'national'))
  if (!region) throw new Error(`XINYI_REGION is none of ${regions.join(', ')}`)
  return region
}
