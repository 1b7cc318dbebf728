import { expect, it } from 'vitest'
import { receiptText } from './receipt-text'

it('copies a receipt as text, with what is needed to have it checked', () => {
  const text = receiptText({
    number: 'ABCDEFGHJKMNPQRS',
    at: '2026-11-22T07:04:00.000Z',
    kinds: [
      { title: '收藏', count: 3 },
      { title: '代号和昵称', count: 1 },
    ],
    account: true,
    backupsGoneAt: '2026-11-29T07:04:00.000Z',
    seal: 'a-seal',
  })
  expect(text.split('\n')).toEqual([
    '心驿 · 删除回执',
    '编号：ABCDEFGHJKMNPQRS',
    '时间：2026年11月22日 15:04',
    '删除了：收藏 3 条、代号和昵称 1 条',
    '账户：已注销',
    '备份里最晚清除：2026年11月29日 15:04',
    '印章：a-seal',
    '这张回执里没有您的任何内容。',
  ])
})

it('says so when there was nothing', () => {
  const nothing = { number: 'A', at: '2026-11-22T07:04:00.000Z', backupsGoneAt: '2026-11-29T07:04:00.000Z', seal: 's' }
  expect(receiptText({ ...nothing, kinds: [], account: false })).toContain('删除了：已经没有剩下的了\n备份')
})
