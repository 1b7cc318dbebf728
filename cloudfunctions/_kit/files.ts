/**
 * A stored file is named by its content: `<sha256>.<extension>`. Parts of an upload live under `uploads/<id>/<number>`, and
 * which data keys were destroyed under `destroyed-keys/<keyId>`: outside the database, so that its backups do not bring them back.
 * How far each ledger of readings had come is under `ledger-anchors/<number>`, for whoever puts the database back or rewrites it.
 */
export type Files = {
  put(name: string, bytes: Uint8Array): Promise<void>
  /** undefined when it is not there. */
  read(name: string): Promise<Uint8Array | undefined>
  has(name: string): Promise<boolean>
  /** Where a client can fetch each; links of WeChat's storage expire, so they are made anew and never stored. */
  links(names: readonly string[]): Promise<Record<string, string>>
  /** Removing what is not there is fine. */
  remove(names: readonly string[]): Promise<void>
}

const NAME =
  /^([0-9a-f]{64}\.[a-z0-9]{2,4}|uploads\/[A-Za-z0-9_-]{1,40}\/\d{1,4}|destroyed-keys\/[A-Za-z0-9_-]{10,40}|ledger-anchors\/(\d{1,9}|put-back))$/

/** Every implementation asks this first: a name is never a path of somebody's choosing. Throws. */
export function safeName(name: string): string {
  if (!NAME.test(name)) throw new Error('not a name of a stored file')
  return name
}
