import type { CloudHouse } from '../../house/cloud-house'

type Row = Record<string, unknown>

/** As many more as a page could show, each made from one that is there. */
export async function copy(house: CloudHouse, store: string, times: number, change: (number: number) => Row) {
  const [row] = house.standIn.dump(store)
  const copies = Array.from({ length: times }, (_, number) => ({ ...row, ...change(number) }))
  await house.standIn.load(store, copies)
}
