import { randomBytes } from 'node:crypto'
import { checked, type Declaration, lift, type Stored } from '../declaration'

/** Changes with every write of a document: `change` writes only over the one it read. Not part of the document. */
export const REVISION = 'r'

/** Random and not counted: a document removed and made anew must not pass for the one that was read. */
export const newRevision = () => randomBytes(9).toString('base64url')

/** What lies in the cloud database beside `_id`. Throws when the document is not as declared. */
export function toStored<T extends Stored>(declaration: Declaration<T>, document: T, revision = newRevision()) {
  const { id, ...rest } = checked(declaration, document)
  return { ...rest, [REVISION]: revision } as Record<string, unknown>
}

export function fromStored<T extends Stored>(declaration: Declaration<T>, stored: Record<string, unknown>): T {
  const { _id, [REVISION]: _, ...rest } = stored
  return lift(declaration, { ...rest, id: _id })
}
