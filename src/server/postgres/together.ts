import { type Database, type Documents, MOST_TOGETHER, type Settled } from '../../../cloudfunctions/_kit/database'
import type { AnyDeclaration } from '../../../cloudfunctions/_kit/declaration'
import { done, type Result } from '../../domain/result'
import { type Held, nameOf } from './change'
import type { Transact } from './gather-changes'

export function refuseCounter(declaration: AnyDeclaration): void {
  if (declaration.counter) throw new Error(`${declaration.name} is a counter: it is never part of a transaction`)
}

function refuseMisuse(held: Held[]): void {
  if (held.length < 1 || held.length > MOST_TOGETHER)
    throw new Error(`${held.length} documents together: 1 to ${MOST_TOGETHER} are possible`)
  for (const { declaration } of held) refuseCounter(declaration)
  if (new Set(held.map(nameOf)).size < held.length) throw new Error('the same document stands twice in one transaction')
}

/** What the caller hears of a rule's answer. */
export const settled = <Asked extends Result<{ reply: unknown }, string>>(asked: Asked) =>
  (asked.ok ? done(asked.data.reply) : asked) as Settled<Asked>

export const togetherOver =
  (transact: Transact, refuseUndeclared: (declaration: AnyDeclaration) => void): Database['together'] =>
  async (refs, rule) => {
    const held: Held[] = Object.values(refs)
    refuseMisuse(held)
    for (const { declaration } of held) refuseUndeclared(declaration)
    return transact({
      refs,
      decide: (documents) => {
        const asked = rule(documents as Documents<typeof refs>)
        return { outcome: settled(asked), writes: asked.ok ? asked.data.write : {} }
      },
    })
  }
