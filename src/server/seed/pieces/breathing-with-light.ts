import type { SeedPiece } from './seed-piece'

export const piece: SeedPiece = {
  slug: 'breathing-with-light',
  kind: 'video',
  topic: 'stress',
  audiences: ['frontline', 'youth', 'high-pressure', 'medical', 'police', 'teachers'],
  title: '跟着光慢慢呼吸',
  summary: '大约一分钟。画面上一圈光慢慢变大、慢慢变小，您跟着吸气和呼气就好。没有人说话，有字幕和轻轻的声音。',
  author: '心驿编辑组',
  sources: [
    {
      title: 'Doing What Matters in Times of Stress: An Illustrated Guide',
      publisher: '世界卫生组织',
      year: 2020,
    },
  ],
  media: { file: 'breathing-with-light.mp4', seconds: 60 },
  body: [
    {
      type: 'paragraph',
      text: '这是一段大约一分钟的画面：一圈光慢慢变大，再慢慢变小，旁边有字幕，背景是轻轻的声音。里面没有人说话，关掉声音也可以用。',
    },
    { type: 'heading', text: '怎么用' },
    {
      type: 'list',
      ordered: true,
      items: [
        '坐稳，两脚着地，肩膀放下来。站着也行。',
        '光变大的时候吸气，变小的时候呼气。用鼻子轻轻地做，不用吸得很深。',
        '跟不上就按自己的快慢来，走神了就再看回那圈光。',
      ],
    },
    {
      type: 'paragraph',
      text: '人紧张时，气又浅又快。把呼气放慢一些，许多人会觉得身子松下来一点。一遍不够，可以再放一遍；没什么感觉，也没有做错。',
    },
    { type: 'heading', text: '什么时候停' },
    {
      type: 'paragraph',
      text: '头晕、手麻、心里更慌，就停下，照平常那样呼吸，看看四周。开车、骑车、登高、操作机器时不要看。胸口疼、喘不上气，请拨 120。心里一直难受，可以拨 12356，找人说一说。',
    },
  ],
}
