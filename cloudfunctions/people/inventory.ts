import { attemptsStore } from '../_kit/attempts'
import type { AnyDeclaration } from '../_kit/declaration'
import { devicesStore, invitationsStore, sessionsStore, staffStore } from '../_kit/identity'
import { leasesStore } from '../clock/store'
import { figuresStore, rollUpsStore, tallyBatchesStore } from '../insights/store'
import {
  cardsStore,
  editionsStore,
  favouritesStore,
  fileRoundsStore,
  filesStore,
  piecesStore,
  shelvesStore,
  uploadsStore,
} from '../library/store'

/** Everything that is stored anywhere. Provisioning, sweeps and the data inventory come from this list. */
export const declarations: readonly AnyDeclaration[] = [
  staffStore,
  sessionsStore,
  invitationsStore,
  attemptsStore,
  devicesStore,
  favouritesStore,
  piecesStore,
  editionsStore,
  cardsStore,
  shelvesStore,
  uploadsStore,
  filesStore,
  fileRoundsStore,
  tallyBatchesStore,
  figuresStore,
  rollUpsStore,
  leasesStore,
]
