import { actsStore } from '../_kit/acts'
import { attemptsStore } from '../_kit/attempts'
import { consentsStore } from '../_kit/consent'
import { dataKeysStore } from '../_kit/data-keys'
import type { AnyDeclaration } from '../_kit/declaration'
import {
  devicesStore,
  invitationsStore,
  membershipsStore,
  secondFactorsStore,
  sessionsStore,
  staffStore,
} from '../_kit/identity'
import { ledgerHeadsStore, ledgerStore, readingsStore } from '../_kit/ledger'
import { releasesStore, resultsStore } from '../assessments/store'
import { leasesStore } from '../clock/store'
import { callCountsStore, callsStore, headsStore, shiftsStore } from '../duty/store'
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
import { branchCodesStore, branchesStore, importProblemsStore, importsStore, rollStore } from './branches-store'
import { keyRoundsStore } from './key-rounds'
import {
  destructionsStore,
  erasuresStore,
  profilesStore,
  pseudonymsStore,
  receiptsStore,
  unsealingsStore,
} from './store'

/** Everything that is stored anywhere. Provisioning, sweeps and the data inventory come from this list. */
export const declarations: readonly AnyDeclaration[] = [
  staffStore,
  sessionsStore,
  invitationsStore,
  attemptsStore,
  secondFactorsStore,
  branchesStore,
  branchCodesStore,
  rollStore,
  importsStore,
  importProblemsStore,
  devicesStore,
  membershipsStore,
  profilesStore,
  pseudonymsStore,
  consentsStore,
  favouritesStore,
  resultsStore,
  callsStore,
  ledgerStore,
  ledgerHeadsStore,
  unsealingsStore,
  erasuresStore,
  dataKeysStore,
  keyRoundsStore,
  readingsStore,
  actsStore,
  destructionsStore,
  receiptsStore,
  releasesStore,
  shiftsStore,
  headsStore,
  callCountsStore,
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
