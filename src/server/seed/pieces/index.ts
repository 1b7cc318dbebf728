import { piece as besideALowColleague } from './beside-a-low-colleague'
import { piece as betweenChildAndShift } from './between-child-and-shift'
import { piece as breathingGuide } from './breathing-guide'
import { piece as breathingWithLight } from './breathing-with-light'
import { piece as burnoutIsNotLaziness } from './burnout-is-not-laziness'
import { piece as daysAfterAnAccident } from './days-after-an-accident'
import { piece as eveningQuiet } from './evening-quiet'
import { piece as expectingAndNursing } from './expecting-and-nursing'
import { piece as firstThreeMonths } from './first-three-months'
import { piece as nightBeforeWork } from './night-before-work'
import { piece as rainBreathing } from './rain-breathing'
import type { SeedPiece } from './seed-piece'
import { piece as shouldersAndHands } from './shoulders-and-hands'
import { piece as sleepAfterShifts } from './sleep-after-shifts'
import { piece as whenSleepWillNotCome } from './when-sleep-will-not-come'
import { piece as wordsForTheTeamLeader } from './words-for-the-team-leader'

export const seedPieces: readonly SeedPiece[] = [
  sleepAfterShifts,
  whenSleepWillNotCome,
  nightBeforeWork,
  expectingAndNursing,
  wordsForTheTeamLeader,
  betweenChildAndShift,
  burnoutIsNotLaziness,
  firstThreeMonths,
  daysAfterAnAccident,
  besideALowColleague,
  breathingWithLight,
  shouldersAndHands,
  rainBreathing,
  eveningQuiet,
  breathingGuide,
]
