import { expect, it } from 'vitest'
import type { Message, Own } from './said'
import { readAll, transcriptName, transcriptOf } from './transcript'

const chat = {
  openedAt: '2026-03-10T02:00:00.000Z',
  endedAt: '2026-03-10T03:00:00.000Z',
  withName: '何静',
} as Own
const message = (number: number, change: Partial<Message> = {}): Message => ({
  id: `m${number}`,
  number,
  side: number % 2 ? 'person' : 'counsellor',
  at: `2026-03-10T02:0${number % 10}:00.000Z`,
  text: `第${number}句`,
  image: null,
  ...change,
})

it('is read from the first word to the last, however many pages it takes', async () => {
  const all = Array.from({ length: 7 }, (_, at) => message(at + 1))
  const asked: number[] = []
  const pull = async ({ after }: { after: number }) => {
    asked.push(after)
    return { ok: true, data: { chat, messages: all.slice(after, after + 3), more: after + 3 < all.length } } as never
  }
  expect(await readAll({ pull }, 'c')).toEqual({ ok: true, messages: all, chat })
  expect(asked).toEqual([0, 3, 6])
})

it('is nothing where a page did not come', async () => {
  const pull = async ({ after }: { after: number }) =>
    (after === 0
      ? { ok: true, data: { chat, messages: [message(1)], more: true } }
      : { ok: false, code: 'OFFLINE' }) as never
  expect(await readAll({ pull }, 'c')).toEqual({ ok: false, code: 'OFFLINE' })
})

it('says when, who and what, in lines that every program reads', () => {
  const image = { pieces: 1, bytes: 10, width: 1, height: 1 }
  const text = transcriptOf(chat, [message(1), message(2, { text: '慢慢\n说' }), message(3, { text: '', image })])
  expect(text).toBe(
    `\uFEFF${[
      '一段文字对话',
      '开始：2026年3月10日 10:00',
      '结束：2026年3月10日 11:00',
      '和您说话的人：何静',
      '图片不在这份文字里。谁拿到这个文件，谁就能看到里面写的，看完可以删掉。',
      '',
      '2026年3月10日 10:01  我',
      '第1句',
      '',
      '2026年3月10日 10:02  何静',
      '慢慢',
      '说',
      '',
      '2026年3月10日 10:03  我',
      '（一张图片）',
      '',
    ].join('\r\n')}`,
  )
  expect(transcriptName(chat)).toBe('对话-2026-03-10.txt')
})
