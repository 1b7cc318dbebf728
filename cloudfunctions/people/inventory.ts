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
import { anchorsStore } from '../_kit/ledger-anchors'
import { noticesStore, subscriptionsStore } from '../_kit/outbox/store'
import {
  releasesStore,
  resultsStore,
  surveyAnswersStore,
  surveyCountsStore,
  surveysStore,
  surveyTurnsStore,
} from '../assessments/store'
import { leasesStore } from '../clock/store'
import { chatsStore, messagesStore, presencesStore, typingStore } from '../counselling/store'
import {
  callCountsStore,
  callsStore,
  caseCountsStore,
  casesStore,
  drillsStore,
  headsStore,
  rotasStore,
  shiftsStore,
} from '../duty/store'
import {
  figuresStore,
  rollUpsStore,
  tallyBatchesStore,
  useBatchesStore,
  useFiguresStore,
  useRollUpsStore,
} from '../insights/store'
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
  surveyAnswersStore,
  callsStore,
  casesStore,
  chatsStore,
  messagesStore,
  noticesStore,
  subscriptionsStore,
  ledgerStore,
  ledgerHeadsStore,
  unsealingsStore,
  erasuresStore,
  dataKeysStore,
  keyRoundsStore,
  anchorsStore,
  readingsStore,
  actsStore,
  destructionsStore,
  receiptsStore,
  releasesStore,
  surveysStore,
  surveyTurnsStore,
  surveyCountsStore,
  presencesStore,
  typingStore,
  shiftsStore,
  headsStore,
  rotasStore,
  callCountsStore,
  caseCountsStore,
  drillsStore,
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
  useBatchesStore,
  useFiguresStore,
  useRollUpsStore,
  leasesStore,
]
