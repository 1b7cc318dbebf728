import type { SeedPiece } from './seed-piece'

export const piece: SeedPiece = {
  slug: 'rain-breathing',
  kind: 'audio',
  topic: 'emotion',
  audiences: ['youth', 'frontline', 'migrant', 'women', 'hardship'],
  title: '雨声里的呼吸',
  summary: '大约一分半钟的雨声，每一次呼吸有一声轻轻的提示音。没有人说话，闭着眼睛听也行，不用看屏幕。',
  author: '心驿编辑组',
  sources: [
    {
      title: 'Doing What Matters in Times of Stress: An Illustrated Guide',
      publisher: '世界卫生组织',
      year: 2020,
    },
  ],
  media: { file: 'rain-breathing.m4a', seconds: 90 },
  body: [
    {
      type: 'paragraph',
      text: '这段声音大约一分半钟，像雨落在屋檐上，是用声音合成的，不是实地录的雨。每隔一会儿有一声轻轻的音，提醒您开始下一次呼吸。里面没有人说话。',
    },
    { type: 'heading', text: '怎么用' },
    {
      type: 'list',
      ordered: true,
      items: [
        '坐着或躺着，音量调小一点，戴耳机或外放都行。',
        '听到那一声，轻轻吸气，然后慢慢呼出去，等下一声。',
        '赶不上不要紧，按自己的快慢。只听雨声，不管呼吸，也可以。',
      ],
    },
    {
      type: 'paragraph',
      text: '烦、乱、想哭的时候，先不跟那些念头争，让耳朵有个地方待着。念头来了就来了，再听回雨声。听完，慢慢睁眼，看看四周，再去做事。',
    },
    { type: 'heading', text: '什么时候停' },
    {
      type: 'paragraph',
      text: '雨声若让您想起难受的事，或者听着更慌、头晕，就关掉，睁开眼，脚踩踩地。开车、骑车、干需要听动静的活时不要听。心里的难受好些天不退，可以拨 12356；有伤害自己的念头，请找人陪着，拨 120 或 110。',
    },
  ],
}
