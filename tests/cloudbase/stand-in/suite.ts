import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import type { Document } from './documents'
import { openStandIn, type StandIn } from './open-stand-in'
import { enterSdk } from './sdk'

export let standIn: StandIn
export let sdk: ReturnType<typeof enterSdk>
/** Of the collection that nobody has used before. */
export let name = ''
let named = 0

/** One stand-in for all tests of a file, and a collection with these in it for each. */
export function standInSuite(documents: readonly Document[] = []) {
  beforeAll(async () => {
    standIn = await openStandIn()
    sdk = enterSdk(standIn, 'suite')
  })
  afterAll(async () => {
    sdk.leave()
    await standIn.close()
  })
  beforeEach(async () => {
    named += 1
    name = `things${named}`
    standIn.provision({ collections: [{ name }] })
    if (documents.length > 0) await standIn.load(name, [...documents])
  })
  afterEach(() => {
    standIn.chaos.calm()
    standIn.calls.clear()
    standIn.uncovered.length = 0
    standIn.unsupported.length = 0
  })
}

export const things = () => sdk.db.collection(name)
export const numberOf = (id: string) => standIn.dump(name).find(({ _id }) => _id === id)?.n
export const failing = (text: string) => ({ errMsg: expect.stringContaining(text) })
export const refusal = (errCode: number, text: string) => ({ errCode, ...failing(text) })
