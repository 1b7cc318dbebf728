import { assertStorable, compareValues, type Document, isPlain, sameValue, typeName } from './documents'
import { rejected, unsupported } from './failures'
import { isOperators, matcher, readOrder, sortDocuments } from './query'
import { checkPath, getAt, setAt, unsetAt } from './update-paths'

type Operator = (document: Document, path: string, operand: unknown) => void

const who = (document: Document) => `{_id: ${JSON.stringify(document._id)}}`

function numeric(
  name: string,
  compute: (held: number, by: number) => number,
  fromMissing: (by: number) => number,
): Operator {
  return (document, path, operand) => {
    if (typeof operand !== 'number')
      throw rejected(`Cannot ${name} with non-numeric argument: {${path}: ${JSON.stringify(operand)}}`)
    const held = getAt(document, path)
    if (held !== undefined && typeof held !== 'number')
      throw rejected(
        `Cannot apply $${name === 'increment' ? 'inc' : 'mul'} to a value of non-numeric type. ${who(document)} has the field '${path}' of non-numeric type ${typeName(held)}`,
      )
    setAt(document, path, held === undefined ? fromMissing(operand) : compute(held, operand))
  }
}

function extreme(sign: 1 | -1): Operator {
  return (document, path, operand) => {
    const held = getAt(document, path)
    if (held === undefined || sign * compareValues(operand, held) > 0) setAt(document, path, operand)
  }
}

function listAt(document: Document, path: string, complaint: (held: unknown) => string): unknown[] | undefined {
  const held = getAt(document, path)
  if (held === undefined) return undefined
  if (!Array.isArray(held)) throw rejected(complaint(held))
  return held
}

const notAList = (document: Document, path: string) => (held: unknown) =>
  `The field '${path}' must be an array but is of type ${typeName(held)} in document ${who(document)}`

function eachOf(operator: string, operand: unknown, modifiers: string[]): unknown[] {
  if (!isPlain(operand) || !('$each' in operand)) return [operand]
  for (const key of Object.keys(operand)) {
    if (key !== '$each' && !modifiers.includes(key)) throw rejected(`Unrecognized clause in ${operator}: ${key}`)
  }
  if (!Array.isArray(operand.$each)) throw rejected(`The argument to $each in ${operator} must be an array`)
  return operand.$each
}

const push: Operator = (document, path, operand) => {
  const added = eachOf('$push', operand, ['$position', '$slice', '$sort'])
  const list = [...(listAt(document, path, notAList(document, path)) ?? [])]
  const { $position, $slice, $sort } = isPlain(operand) && '$each' in operand ? operand : ({} as Document)
  list.splice(typeof $position === 'number' ? $position : list.length, 0, ...added)
  let result = list
  if ($sort === 1 || $sort === -1) result = list.sort((a, b) => $sort * compareValues(a, b))
  else if (isPlain($sort)) result = sortDocuments(list, readOrder($sort), (item) => item as Document)
  if (typeof $slice === 'number') result = $slice < 0 ? result.slice($slice) : result.slice(0, $slice)
  setAt(document, path, result)
}

const addToSet: Operator = (document, path, operand) => {
  const complaint = (held: unknown) =>
    `Cannot apply $addToSet to non-array field. Field named '${path}' has non-array type ${typeName(held)}`
  const list = [...(listAt(document, path, complaint) ?? [])]
  for (const item of eachOf('$addToSet', operand, [])) {
    if (!list.some((held) => sameValue(held, item))) list.push(item)
  }
  setAt(document, path, list)
}

const pop: Operator = (document, path, operand) => {
  if (operand !== 1 && operand !== -1) throw rejected('$pop expects 1 or -1')
  const complaint = (held: unknown) => `Path '${path}' contains an element of non-array type '${typeName(held)}'`
  const list = listAt(document, path, complaint)
  if (list) setAt(document, path, operand === 1 ? list.slice(0, -1) : list.slice(1))
}

function pullTest(condition: unknown): (item: unknown) => boolean {
  if (isOperators(condition)) {
    const matches = matcher({ item: condition })
    return (item) => matches({ item })
  }
  if (isPlain(condition)) {
    const matches = matcher(condition)
    return (item) => isPlain(item) && matches(item)
  }
  if (condition instanceof RegExp) return (item) => typeof item === 'string' && condition.test(item)
  return (item) => sameValue(item, condition)
}

function drop(document: Document, path: string, gone: (item: unknown) => boolean): void {
  const list = listAt(document, path, () => 'Cannot apply $pull to a non-array value')
  if (list)
    setAt(
      document,
      path,
      list.filter((item) => !gone(item)),
    )
}

const pullAll: Operator = (document, path, operand) => {
  if (!Array.isArray(operand))
    throw rejected(`$pullAll requires an array argument but was given a ${typeName(operand)}`)
  drop(document, path, (item) => operand.some((other) => sameValue(other, item)))
}

const rename: Operator = (document, path, operand) => {
  if (typeof operand !== 'string') throw rejected(`The 'to' field for $rename must be a string: ${path}`)
  checkPath(operand)
  const held = getAt(document, path)
  if (held === undefined) return
  unsetAt(document, path)
  setAt(document, operand, held)
}

const OPERATORS: Record<string, Operator> = {
  $set: setAt,
  $unset: unsetAt,
  $inc: numeric(
    'increment',
    (held, by) => held + by,
    (by) => by,
  ),
  $mul: numeric(
    'multiply',
    (held, by) => held * by,
    () => 0,
  ),
  $min: extreme(-1),
  $max: extreme(1),
  $push: push,
  $addToSet: addToSet,
  $pop: pop,
  $pull: (document, path, operand) => drop(document, path, pullTest(operand)),
  $pullAll: pullAll,
  $rename: rename,
}

function checkCollisions(paths: string[]): void {
  const sorted = [...paths].sort()
  for (const [at, path] of sorted.entries()) {
    const earlier = sorted.slice(0, at).find((other) => path === other || path.startsWith(`${other}.`))
    if (earlier !== undefined) throw rejected(`Updating the path '${path}' would create a conflict at '${earlier}'`)
  }
}

/** Checks an update as MongoDB does before it looks at any document, and returns what it makes of one. */
export function updater(update: Document): (document: Document) => Document {
  const steps = Object.entries(update).flatMap(([name, fields]) => {
    const operator = OPERATORS[name]
    if (!operator) throw unsupported('database.modifyDocument', `the update operator or bare field "${name}"`)
    if (!isPlain(fields)) throw rejected(`Modifiers operate on fields but we found type ${typeName(fields)} instead`)
    return Object.entries(fields).map(([path, operand]) => ({ name, operator, path, operand }))
  })
  if (steps.length === 0) throw rejected("'$set' is empty. You must specify a field like so: {$set: {<field>: ...}}")
  for (const { name, path, operand } of steps) {
    checkPath(path)
    if (name === '$set') assertStorable(operand, `${path}.`)
  }
  checkCollisions(steps.flatMap(({ name, path, operand }) => (name === '$rename' ? [path, String(operand)] : [path])))
  return (document) => {
    const next = structuredClone(document)
    for (const { operator, path, operand } of steps) operator(next, path, structuredClone(operand))
    if (!sameValue(next._id, document._id))
      throw rejected("Performing an update on the path '_id' would modify the immutable field '_id'")
    return next
  }
}
