import { expect, it } from 'vitest'
import { greetingAt } from './greeting'

const at = (shanghai: string) => greetingAt(new Date(`2026-11-22T${shanghai}+08:00`))

it('greets by the hour of Shanghai', () => {
  expect([at('04:59:00'), at('05:00:00'), at('11:00:00'), at('13:00:00'), at('18:00:00')]).toEqual([
    '夜深了',
    '早上好',
    '中午好',
    '下午好',
    '晚上好',
  ])
})
