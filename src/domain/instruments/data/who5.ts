import type { Instrument } from '../instrument'

export const who5: Instrument = {
  id: 'who5',
  version: 1,
  title: '近两周的状态',
  name: '世界卫生组织五项身心健康指标（WHO-5，1998年版）',
  nameEn: 'WHO-5 Well-Being Index (1998)',
  about: '五个问题，看看最近两周整体过得怎么样',
  source: 'World Health Organization. WHO/UCN/MSD/MHE/2024.1; 简体中文 PDF who5_chinese_pr.pdf（WHO CDN）',
  licence: {
    status: 'free-noncommercial',
    words: 'CC BY-NC-SA 3.0 IGO：注明出处，限非商业目的，译文用同样的许可',
    attribution: '© 世界卫生组织，CC BY-NC-SA 3.0 IGO',
  },
  recall: '过去两星期',
  instruction:
    '请在下面五个句子的每个句子中，标出在过去两星期里最接近您的感觉状态。请注意数字越大表明您的身心越健康。例如：如果您在过去两星期里有一半以上时间感到快乐、心情舒畅，就选择“超过一半的时间”。',
  minimumAge: 18,
  againAfterDays: 14,
  optionSets: {
    all: [
      { label: '所有时间', score: 5 },
      { label: '大部分时间', score: 4 },
      { label: '超过一半的时间', score: 3 },
      { label: '少于一半的时间', score: 2 },
      { label: '有时候', score: 1 },
      { label: '从未有过', score: 0 },
    ],
  },
  items: [
    { n: 1, text: '我感觉快乐、心情舒畅', options: 'all' },
    { n: 2, text: '我感觉宁静和放松', options: 'all' },
    { n: 3, text: '我感觉充满活力、精力充沛', options: 'all' },
    { n: 4, text: '我睡醒时感到清新、得到了足够休息', options: 'all' },
    { n: 5, text: '我每天生活充满了有趣的事情', options: 'all' },
  ],
  scales: [
    {
      key: 'total',
      title: '整体状态',
      items: [1, 2, 3, 4, 5],
      reverse: [],
      method: 'sum',
      times: 4,
      range: [0, 100],
      higher: 'better',
      bands: [
        {
          from: 0,
          says: '近两周的状态很吃力，建议再做一份「情绪低落」，也可以找人聊聊',
          source: 'Topp 2015（≤28）',
        },
        {
          from: 32,
          says: '近两周的状态偏低，给自己多留一点休息，也可以再做一份「情绪低落」',
          source: '同上（raw<13）',
        },
        {
          from: 52,
          says: '近两周的状态还不错',
          source: 'Topp 2015：≤50 提示需进一步了解；中文 WHO-5-C 最佳界值 50（Yang N 2023, AUC 0.882, α 0.907–0.934）',
        },
      ],
    },
  ],
  alerts: [],
  asksSex: false,
  leadsTo: [],
  textConfidence: 'high',
  cautions: [],
}
