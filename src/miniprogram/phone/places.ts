import type { Card } from '../../contract/pieces'
import { storage } from './storage'

/** Where I stopped in a piece. `part` is 0…1 of the text, or of the recording; `seconds` only for a recording. It never leaves the phone. */
export type Place = { pieceId: string; kind: Card['kind']; title: string; part: number; seconds: number; at: string }

const NAME = 'places'
const MOST = 100

/** The one just left comes first; the oldest are forgotten. */
export const withPlace = (places: readonly Place[], place: Place): Place[] =>
  [place, ...places.filter((other) => other.pieceId !== place.pieceId)].slice(0, MOST)

/** What is worth offering again: begun, not nearly finished. */
export const unfinished = (places: readonly Place[]) =>
  places.find((place) => place.part >= 0.03 && place.part < 0.95) ?? null

export const places = () => storage.read<Place[]>(NAME) ?? []
export const placeIn = (pieceId: string) => places().find((place) => place.pieceId === pieceId) ?? null
export const keepPlace = (place: Place) => storage.write(NAME, withPlace(places(), place))
export const forgetPlaces = () => storage.remove(NAME)
