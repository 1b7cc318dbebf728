import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { generateKeys } from '../../cloudfunctions/_kit/keys'
import { keysFrom, keysIn } from './keys-file'
import { StartRefused } from './start-refused'

const folders: string[] = []
let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'xinyi-keys-'))
  folders.push(folder)
})
afterAll(() => {
  for (const each of folders) rmSync(each, { recursive: true })
})

const mode = (file: string) => (statSync(file).mode & 0o777).toString(8)

describe('the keys of an embedded database', () => {
  it('are made once, for their owner alone, and stay the same', () => {
    const first = keysIn(folder, false).keys.hash('person', 'a')
    expect(mode(join(folder, 'keys.json'))).toBe('600')
    expect(keysIn(folder, true).keys.hash('person', 'a')).toBe(first)
    expect(readdirSync(folder)).toEqual(['keys.json'])
  })

  it('are closed to others again when somebody opened them', () => {
    keysIn(folder, false)
    chmodSync(join(folder, 'keys.json'), 0o644)
    keysIn(folder, true)
    expect(mode(join(folder, 'keys.json'))).toBe('600')
  })

  it('are never replaced when they are gone and data is there', () => {
    expect(() => keysIn(folder, true)).toThrow(/keys.json is missing although there is data/)
  })

  it('are never replaced when they are damaged', () => {
    writeFileSync(join(folder, 'keys.json'), '{ "active": "k1"')
    expect(() => keysIn(folder, true)).toThrow(StartRefused)
    expect(readFileSync(join(folder, 'keys.json'), 'utf8')).toBe('{ "active": "k1"')
  })
})

it('keys of the environment that are no keys stop the start', () => {
  expect(() => keysFrom('{}')).toThrow(/XINYI_KEYS does not hold valid keys/)
  expect(keysFrom(generateKeys()).keys.hash('a', 'b')).toHaveLength(43)
})
