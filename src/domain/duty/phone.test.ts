import { describe, expect, it } from 'vitest'
import { calls } from '../../contract/calls'
import { phoneOf } from './phone'

const taken: [typed: string, number: string][] = [
  ['13800138000', '13800138000'],
  [' 138 0013 8000 ', '13800138000'],
  ['138-0013-8000', '13800138000'],
  ['＋８６ １３８００１３８０００', '13800138000'],
  ['008613800138000', '13800138000'],
  ['86 138 0013 8000', '13800138000'],
  ['\u202d138 0013 8000\u202c', '13800138000'],
  ['022-23456789', '02223456789'],
  ['（022）2345 6789', '02223456789'],
  ['0316－234 5678', '03162345678'],
  ['0316—2345678', '03162345678'],
  ['+86 22 2345 6789', '02223456789'],
  ['02223456789', '02223456789'],
  ['0316-2345678', '03162345678'],
]
const refused = [
  '',
  '1380013800',
  '138001380001',
  '12800138000',
  '12356',
  '110',
  '23456789',
  '022-2345',
  '一三八',
  '138001380OO',
  '1380013800a',
  '022-23456789转801',
  '8612345678901',
]

describe('the number a colleague calls back', () => {
  it.each(taken)('%s is taken as %s', (typed, number) => {
    expect(phoneOf(typed)).toBe(number)
  })
  it.each(refused)('«%s» is none', (typed) => {
    expect(phoneOf(typed)).toBeUndefined()
  })
  it('is the same to the phone that sends it and to the cloud that takes it', () => {
    const accepted = (phone: string) => calls.ask.input.safeParse({ callId: 'a'.repeat(20), phone }).success
    for (const [, number] of taken) expect(accepted(number)).toBe(true)
    for (const typed of refused) expect(accepted(typed)).toBe(false)
  })
})
