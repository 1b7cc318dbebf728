import type { Instrument } from '../instrument'

export const k6: Instrument = {
  id: 'k6',
  version: 1,
  title: '近一个月的心情',
  name: '凯斯勒心理困扰量表（K6）',
  nameEn: 'Kessler Psychological Distress Scale (K6)',
  about: '六个问题，看看近一个月心里有多累',
  source:
    'Kessler RC et al. Psychol Med 2002;32:959-976; Arch Gen Psychiatry 2003;60:184-189. 中文：中国家庭追踪调查 CFPS 2010 Q601–Q606 题干',
  licence: {
    status: 'free',
    words: '免费使用（哈佛大学 National Comorbidity Survey：“Use of the K6 and K10 is free”）',
    owner: 'Ronald C. Kessler / Harvard NCS',
    attribution: '© Ronald C. Kessler, PhD；中文题干采用 CFPS（北京大学中国社会科学调查中心）',
  },
  recall: '最近一个月',
  instruction: '最近1个月，您有下列感受的频率是？',
  minimumAge: 18,
  againAfterDays: 30,
  optionSets: {
    all: [
      { label: '几乎每天', score: 4 },
      { label: '经常', score: 3 },
      { label: '一半时间', score: 2 },
      { label: '有一些时候', score: 1 },
      { label: '从不', score: 0 },
    ],
  },
  items: [
    { n: 1, text: '您感到情绪沮丧、郁闷、做什么事情都不能振奋的频率？', options: 'all' },
    { n: 2, text: '您感到精神紧张的频率？', options: 'all' },
    { n: 3, text: '您感到坐卧不安、难以保持平静的频率？', options: 'all' },
    { n: 4, text: '您感到未来没有希望的频率？', options: 'all' },
    { n: 5, text: '您做任何事情都感到困难的频率？', options: 'all' },
    { n: 6, text: '您认为生活没有意义的频率？', options: 'all' },
  ],
  scales: [
    {
      key: 'total',
      title: '心里的累',
      items: [1, 2, 3, 4, 5, 6],
      reverse: [],
      method: 'sum',
      times: 1,
      range: [0, 24],
      higher: 'harder',
      bands: [
        {
          from: 0,
          says: '近一个月心里的累不多',
          source: 'Prochaska 2012',
        },
        {
          from: 5,
          says: '近一个月心里有些累',
          source: 'Prochaska 2012',
        },
        {
          from: 13,
          says: '近一个月心里很累，建议请专业的人评估',
          source: 'Kessler 2003（≥13，美国样本）；中国大学生见 Kang YK 2015',
        },
      ],
    },
  ],
  alerts: [
    { item: 6, atLeast: 3, path: 'soft' },
    { item: 4, atLeast: 3, path: 'soft' },
  ],
  asksSex: false,
  leadsTo: [],
  textConfidence: 'medium',
  cautions: [
    '题序与 Kessler 原序不同；≥13 界值来自美国，缺乏中国在职成人的效标验证',
    'medium-low（CFPS 五档选项凭记忆，未在存档中逐字核到）',
  ],
}
