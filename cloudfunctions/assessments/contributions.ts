import { covers } from '../../src/domain/branches/scope'
import { isGiven } from '../../src/domain/consents/consent'
import type { Contribution } from '../../src/domain/surveys/tally'
import { consentId, consentsStore } from '../_kit/consent'
import type { Database } from '../_kit/database'
import { membershipsStore } from '../_kit/identity'
import type { Keys } from '../_kit/keys'
import { revealToJob } from '../_kit/reveal'
import { KeyGone } from '../_kit/sealing'
import { type SurveyAnswer, surveyAnswersStore } from './surveys-store'

type Around = { database: Database; keys: Keys; now: Date }

/**
 * What counts of these answers: not of those who took it back, withdrew their consent or left the branch since. Theirs are not
 * even opened.
 */
export async function contributionsOf(
  answers: readonly SurveyAnswer[],
  askedIn: string,
  around: Around,
): Promise<Contribution[]> {
  const ids = answers.map(({ personId }) => personId)
  const [consents, memberships] = await Promise.all([
    around.database.open(consentsStore).getMany(ids.map((id) => consentId(id, 'figures'))),
    around.database.open(membershipsStore).getMany(ids),
  ])
  const agreed = new Set(consents.filter(isGiven).map(({ personId }) => personId))
  const stay = new Set(memberships.filter(({ branchId }) => covers(askedIn, branchId)).map(({ personId }) => personId))
  const contributions: Contribution[] = []
  for (const answer of answers) {
    if (answer.destroyingSince !== '' || !agreed.has(answer.personId) || !stay.has(answer.personId)) continue
    const contribution = await opened(answer, around)
    if (contribution) contributions.push(contribution)
  }
  return contributions
}

/** undefined where the person destroyed it as it was to be opened: then it is gone, and counts for nothing. */
async function opened(answer: SurveyAnswer, around: Around): Promise<Contribution | undefined> {
  try {
    const { contribution } = await revealToJob(surveyAnswersStore, answer, 'counted-together', around)
    return JSON.parse(contribution) as Contribution
  } catch (error) {
    if (error instanceof KeyGone) return undefined
    throw error
  }
}
