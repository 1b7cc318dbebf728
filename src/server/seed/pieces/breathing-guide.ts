import type { SeedPiece } from './seed-piece'

export const piece: SeedPiece = {
  slug: 'breathing-guide',
  kind: 'exercise',
  topic: 'stress',
  audiences: ['youth', 'frontline', 'hardship', 'migrant', 'women', 'high-pressure', 'teachers', 'medical', 'police'],
  title: '呼吸练习：吸 4 秒，呼 6 秒',
  summary:
    '跟着画面，吸气四秒，呼气六秒，中间不憋气。坐着、站着都能做，想停随时可以停，做一次也好，做几次也好，都算数。',
  author: '心驿编辑组',
  sources: [
    {
      title:
        'How Breath-Control Can Change Your Life: A Systematic Review on Psycho-Physiological Correlates of Slow Breathing',
      publisher: 'Frontiers in Human Neuroscience',
      year: 2018,
      url: 'https://doi.org/10.3389/fnhum.2018.00353',
    },
    {
      title: 'Doing What Matters in Times of Stress: An Illustrated Guide',
      publisher: '世界卫生组织',
      year: 2020,
    },
  ],
  body: [
    {
      type: 'paragraph',
      text: '吸气四秒，呼气六秒，一分钟正好六次，比平常慢。人紧张时，气又浅又快；把它放慢，呼气长一点，不少人会觉得心跳缓了，肩膀也松了。这是一件随身带着的小工具，不治病，也不会让难处消失，只是帮您先稳一稳。',
    },
    {
      type: 'list',
      ordered: true,
      items: [
        '坐稳或站稳，肩膀放下，轻轻用鼻子吸气，不用吸满。',
        '像吹一碗热汤那样，慢慢呼出去，中间不憋气。',
        '觉得太慢，就吸三秒、呼四秒，舒服最要紧。',
      ],
    },
    {
      type: 'paragraph',
      text: '头晕、手麻或更慌，就停下，照平常呼吸。开车、登高、操作机器时不要做。有心肺方面的病或正怀孕的，按舒服的快慢来，有疑问先问医生。胸口疼、喘不上气，请拨 120。心里一直难熬，可以拨 12356。',
    },
  ],
}
