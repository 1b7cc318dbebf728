import type { Serve } from '../../cloudfunctions/_kit/serve'
import { assessments } from '../../cloudfunctions/assessments/serve'
import { counselling } from '../../cloudfunctions/counselling/serve'
import { dutyFunction } from '../../cloudfunctions/duty/serve'
import { events } from '../../cloudfunctions/events/serve'
import { insights } from '../../cloudfunctions/insights/serve'
import { library } from '../../cloudfunctions/library/serve'
import { people } from '../../cloudfunctions/people/serve'
import type { FunctionName } from '../contract/routes'

const functions: Record<FunctionName, Serve> = {
  people,
  library,
  insights,
  assessments,
  duty: dutyFunction,
  counselling,
  events,
}

/** The door of one cloud function; undefined when there is none of that name. */
export const functionNamed = (name: string): Serve | undefined =>
  Object.hasOwn(functions, name) ? functions[name as FunctionName] : undefined
