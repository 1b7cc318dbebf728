import type { Instrument } from '../instrument'

export const swls: Instrument = {
  id: 'swls',
  version: 1,
  title: '对生活的满意',
  name: '生活满意度量表（SWLS）',
  nameEn: 'Satisfaction With Life Scale',
  about: '五个问题，看看对现在的生活整体上有多满意',
  source:
    'Diener E, Emmons RA, Larsen RJ, Griffin S. J Pers Assess 1985;49:71-75. 中文：Yuen Mantak 译；大陆信效度见 熊承清、许远理 2009',
  licence: {
    status: 'free-noncommercial',
    words: '注明作者即可免费使用，限非商业目的（eddiener.com/scales）',
    attribution: 'Ed Diener, Robert A. Emmons, Randy J. Larsen, Sharon Griffin (1985)',
  },
  recall: '对整体生活的感受',
  instruction: '下面有五个句子，请根据您同意的程度选择 1–7 分。',
  minimumAge: 18,
  againAfterDays: 30,
  optionSets: {
    all: [
      { label: '非常不同意', score: 1 },
      { label: '不同意', score: 2 },
      { label: '有点不同意', score: 3 },
      { label: '中立', score: 4 },
      { label: '有点同意', score: 5 },
      { label: '同意', score: 6 },
      { label: '非常同意', score: 7 },
    ],
  },
  items: [
    { n: 1, text: '我的生活大致符合我的理想。', options: 'all' },
    { n: 2, text: '我的生活状况非常圆满。', options: 'all' },
    { n: 3, text: '我对自己的生活感到满意。', options: 'all' },
    { n: 4, text: '直至现在为止，我都能够得到我在生活上希望拥有的重要东西。', options: 'all' },
    { n: 5, text: '如果我能重新活一次，我几乎不会想改变任何东西。', options: 'all' },
  ],
  scales: [
    {
      key: 'total',
      title: '满意的程度',
      items: [1, 2, 3, 4, 5],
      reverse: [],
      method: 'sum',
      times: 1,
      range: [5, 35],
      higher: 'better',
      bands: [
        {
          from: 5,
          says: '目前对生活很不满意，愿意的话可以找人聊聊',
          source: 'Diener',
        },
        {
          from: 10,
          says: '目前对生活不太满意',
          source: 'Diener',
        },
        {
          from: 15,
          says: '目前对生活略有不满意',
          source: 'Diener',
        },
        {
          from: 20,
          says: '不算满意，也不算不满意',
          source: 'Diener',
        },
        {
          from: 21,
          says: '目前对生活略为满意',
          source: 'Diener',
        },
        {
          from: 26,
          says: '目前对生活满意',
          source: 'Diener',
        },
        {
          from: 31,
          says: '目前对生活非常满意',
          source: 'Diener 解释说明（las.illinois.edu 2008）',
        },
      ],
    },
  ],
  alerts: [],
  asksSex: false,
  leadsTo: [],
  textConfidence: 'medium',
  cautions: [],
}
