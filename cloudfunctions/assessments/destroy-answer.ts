import type { Database } from '../_kit/database'
import { destroyKey } from '../_kit/destroy-key'
import { beginDestroying, finishDestroying } from '../_kit/destroy-one'
import type { Files } from '../_kit/files'
import type { Keys } from '../_kit/keys'
import { type SurveyAnswer, surveyAnswersStore } from './surveys-store'

type Around = { database: Database; keys: Keys; files: Files; now: Date }

/**
 * Gone with the key it was sealed with: one that the same person gave in another survey is sealed anew. Says whether it was
 * there. Cut off anywhere, running it again ends it.
 */
export async function destroyAnswer({ id, personId }: Pick<SurveyAnswer, 'id' | 'personId'>, around: Around) {
  const answers = around.database.open(surveyAnswersStore)
  const { rows } = await answers.find({ index: 'byPerson', where: { personId }, limit: 2 })
  if (rows.some((answer) => answer.id !== id)) {
    const wasThere = rows.some((answer) => answer.id === id) || (await answers.get(id)) !== undefined
    await beginDestroying(surveyAnswersStore, id, around)
    await finishDestroying(surveyAnswersStore, personId, around)
    return wasThere
  }
  await destroyKey(surveyAnswersStore, personId, around)
  return (await answers.remove(id)) === 'removed'
}
