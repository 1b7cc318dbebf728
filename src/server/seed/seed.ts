import type { Database } from '../../../cloudfunctions/_kit/database'
import type { Files } from '../../../cloudfunctions/_kit/files'
import { staffStore } from '../../../cloudfunctions/_kit/identity'
import { releasesStore, surveysStore, surveyTurnsStore } from '../../../cloudfunctions/assessments/store'
import { counsellorsStore, DIRECTORY, hotlinesStore, timetablesStore } from '../../../cloudfunctions/counselling/store'
import { headsStore, shiftsStore } from '../../../cloudfunctions/duty/store'
import { storable } from '../../../cloudfunctions/events/events-store'
import { seatsAtFirst } from '../../../cloudfunctions/events/seats'
import { eventsStore, quotasStore, seatsStore, teachersStore } from '../../../cloudfunctions/events/store'
import { shelfAt, turnedShelf } from '../../../cloudfunctions/library/shelf'
import { cardOf } from '../../../cloudfunctions/library/show'
import { cardsStore, editionsStore, piecesStore } from '../../../cloudfunctions/library/store'
import { branchesStore } from '../../../cloudfunctions/people/branches-store'
import { approve, begin, type Content, type Edition, type Piece, save, submit } from '../../domain/pieces/piece'
import { done, type Result } from '../../domain/result'
import { daysLater, inShanghai, minutesLater } from '../../domain/time'
import { seedBranches } from './branches'
import { contentOf } from './content'
import { seedCounsellors, seedTimetables } from './counsellors'
import { seedEvents, seedQuotas } from './events'
import { seedTeachers } from './events/teachers'
import { seedHotlines } from './hotlines'
import { seedingsStore } from './marker'
import { openSeedMedia } from './media'
import { reviewer, seedStaff, writer } from './people'
import { seedPieces } from './pieces'
import type { SeedPiece } from './pieces/seed-piece'
import { seedReleases } from './releases'
import { seedHead, seedShifts } from './rota'
import { seedSurvey } from './surveys'

const FIRST = 'first'

type Around = { database: Database; files: Files; media: string; now: Date; tell: (line: string) => void }

/**
 * Gives an empty database its first staff and contents, once. Cut off anywhere, the next start goes on: every document has
 * an id of its own, what is there is left as it is, and the times count from the instant the first try began.
 */
export async function seed({ database, files, media, now, tell }: Around): Promise<void> {
  const seedings = database.open(seedingsStore)
  const known = await seedings.get(FIRST)
  if (known?.finishedAt || (!known && !(await isEmpty(database)))) return
  if (!known) await seedings.insert({ id: FIRST, begunAt: now.toISOString(), finishedAt: '' })
  const seeding = await seedings.get(FIRST)
  if (!seeding) throw new Error('the mark of the first contents is gone')
  const begunAt = new Date(seeding.begunAt)
  tell(`Preparing the first contents (${seedPieces.length} pieces) …`)
  for (const member of seedStaff(seeding.begunAt)) await database.open(staffStore).insert(member)
  await database.open(branchesStore).insertMany(seedBranches(seeding.begunAt))
  await database.open(counsellorsStore).insertMany(seedCounsellors(seeding.begunAt))
  await database.open(timetablesStore).insertMany(seedTimetables(seeding.begunAt))
  await database.open(releasesStore).insertMany(seedReleases(seeding.begunAt))
  await database.open(shiftsStore).insertMany(seedShifts(seeding.begunAt))
  await database.open(headsStore).insert(seedHead(seeding.begunAt))
  await database.open(hotlinesStore).insert({ ...seedHotlines(), id: DIRECTORY })
  await database.open(teachersStore).insertMany(seedTeachers())
  await database.open(quotasStore).insertMany(seedQuotas(seeding.begunAt))
  // Seats first: sign-up may begin as soon as an event is there.
  const events = seedEvents(seeding.begunAt)
  for (const event of events) {
    const seats = seatsAtFirst(event)
    if (seats) await database.open(seatsStore).insert(seats)
  }
  await database.open(eventsStore).insertMany(events.map((event) => storable(event)))
  const shelf = openSeedMedia(media, files)
  for (const [place, piece] of seedPieces.entries())
    await publish(database, made(piece, await contentOf(piece, shelf), publishedAt(place, begunAt)))
  const { survey, turns } = seedSurvey(seeding.begunAt)
  await database.open(surveysStore).insertMany([survey])
  await database.open(surveyTurnsStore).insertMany(turns)
  await seedings.change(FIRST, () => done({ write: { ...seeding, finishedAt: now.toISOString() }, reply: true }))
}

/** Staff or texts that did not come from here mean that a union is at work: nothing is added to its house. */
async function isEmpty(database: Database): Promise<boolean> {
  const staff = await database.open(staffStore).find({ index: 'byName', limit: 1 })
  const pieces = await database.open(piecesStore).find({ index: 'byChange', limit: 1 })
  return staff.rows.length + pieces.rows.length === 0
}

/** Every third day of the weeks before, in working hours of Shanghai, the first of the list last. */
function publishedAt(place: number, begunAt: Date): Date {
  const day = inShanghai(daysLater(begunAt, -1 - 3 * place)).startOf('day')
  return minutesLater(day.toDate(), 9 * 60 + ((place * 97) % (8 * 60)))
}

/** The way every piece goes: written by one, let out by another. A rule that refuses ends the start. */
function made(piece: SeedPiece, content: Content, at: Date): { piece: Piece; edition: Edition } {
  const begun = begin(piece.slug, piece.kind, piece.title, writer, daysLater(at, -4))
  const saved = ok(piece, save(begun, content, { by: writer, revision: begun.revision, now: daysLater(at, -3) }))
  const submitted = ok(piece, submit(saved, { by: writer, revision: saved.revision, now: daysLater(at, -1) }))
  return ok(piece, approve(submitted, { by: reviewer, revision: submitted.revision, now: at }))
}

function ok<T>(piece: SeedPiece, result: Result<T, string>): T {
  if (!result.ok) throw new Error(`the seed's ${piece.slug} was refused: ${result.code}`)
  return result.data
}

const publish = (database: Database, { piece, edition }: { piece: Piece; edition: Edition }) =>
  database.together(
    {
      there: database.open(piecesStore).at(piece.id),
      edition: database.open(editionsStore).at(piece.id),
      card: database.open(cardsStore).at(piece.id),
      shelf: shelfAt(database),
    },
    ({ there }) =>
      done({
        write: there
          ? {}
          : { there: piece, edition, card: cardOf(edition), shelf: turnedShelf(new Date(edition.publishedAt)) },
        reply: true,
      }),
  )
