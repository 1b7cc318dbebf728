import { api } from '../cloud/api'
import { onSignedOut } from '../session/store'
import { type Bench, openBench } from './bench'
import { openPictures, type Pictures } from './pictures'
import type { Places } from './thread-view'

type Desk = { bench: Bench; pictures: Pictures; places: Places }

let mine: (Desk & { staffId: string }) | undefined

/** Of whoever is signed in, kept while they look at other pages; nothing of it outlives their being signed in. */
export const deskOf = (staffId: string): Desk => {
  if (mine?.staffId !== staffId) {
    clear()
    const later = (ms: number, run: () => void) => void setTimeout(run, ms)
    mine = {
      staffId,
      bench: openBench({ cloud: api, now: Date.now, later }),
      pictures: openPictures(api),
      places: new Map(),
    }
  }
  const { bench, pictures, places } = mine
  return { bench, pictures, places }
}

const clear = () => {
  mine?.bench.clear()
  mine?.pictures.forgetAll()
  mine = undefined
}

onSignedOut(clear)
