import type { Card, Edition } from '../../src/contract/pieces'

/** A card as the cloud gives it. */
export const card = (id: string, change: Partial<Card> = {}): Card => ({
  id,
  kind: 'article',
  topic: 'sleep',
  audiences: ['frontline'],
  title: `标题 ${id}`,
  summary: `摘要 ${id}`,
  author: '心驿编辑组',
  minutes: 4,
  cover: null,
  publishedAt: '2026-11-20T08:00:00.000Z',
  ...change,
})

export const edition = (id: string, change: Partial<Edition> = {}): Edition => ({
  ...card(id),
  version: 1,
  body: [
    { type: 'heading', level: 2, text: '先把灯调暗' },
    {
      type: 'paragraph',
      spans: [{ text: '回家路上' }, { text: '戴上墨镜', bold: true }, { text: '再看', link: '/pages/help/index' }],
    },
    { type: 'list', ordered: true, items: [[{ text: '不看手机' }], [{ text: '拉上窗帘' }]] },
    { type: 'quote', spans: [{ text: '坐一会儿也算休息' }] },
    { type: 'image', file: 'a', url: '/files/a.png', alt: '一盏灯', width: 300, height: 200 },
    { type: 'divider' },
  ],
  media: null,
  sources: [{ title: '轮班与睡眠', publisher: '出版者', year: 2023, url: 'https://example.org/a' }],
  reviewer: '王老师',
  reviewedAt: '2026-11-19T16:30:00.000Z',
  kept: false,
  ...change,
})
