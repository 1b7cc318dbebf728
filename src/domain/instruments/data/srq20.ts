import type { Instrument } from '../instrument'

export const srq20: Instrument = {
  id: 'srq20',
  version: 1,
  title: '近一个月的不舒服',
  name: '自评问卷（SRQ-20）',
  nameEn: 'WHO Self-Reporting Questionnaire-20',
  about: '二十个是与否的问题，看看近一个月身上和心里有哪些不舒服',
  source:
    "Beusenberg M, Orley J. A User's Guide to the SRQ. WHO/MNH/PSF/94.8, 1994. 中文：原卫生部《紧急心理危机干预指导原则》附件所用 SRQ-20 文本系",
  licence: {
    status: 'free-noncommercial',
    words: '世界卫生组织技术文件，可用于非商业目的（WHO/MNH/PSF/94.8）',
    owner: 'WHO',
    attribution: 'World Health Organization, SRQ (1994)',
  },
  recall: '过去 30 天',
  instruction:
    '以下问题与某些痛苦和问题有关，在过去30天内可能困扰您。如果您觉得问题适合您的情况，并在过去30天内存在，请回答“是”；否则请回答“否”。如不能确定，请尽量给出您认为最恰当的回答。',
  minimumAge: 18,
  againAfterDays: 30,
  optionSets: {
    all: [
      { label: '是', score: 1 },
      { label: '否', score: 0 },
    ],
  },
  items: [
    { n: 1, text: '您是否经常头痛？', options: 'all' },
    { n: 2, text: '您是否食欲差？', options: 'all' },
    { n: 3, text: '您是否睡眠差？', options: 'all' },
    { n: 4, text: '您是否易受到惊吓？', options: 'all' },
    { n: 5, text: '您是否手抖？', options: 'all' },
    { n: 6, text: '您是否感觉不安、紧张或担忧？', options: 'all' },
    { n: 7, text: '您是否消化不良？', options: 'all' },
    { n: 8, text: '您是否思维不清晰？', options: 'all' },
    { n: 9, text: '您是否感觉到不愉快？', options: 'all' },
    { n: 10, text: '您是否比原来哭得多？', options: 'all' },
    { n: 11, text: '您是否发现很难从日常活动中得到乐趣？', options: 'all' },
    { n: 12, text: '您是否发现自己很难做决定？', options: 'all' },
    { n: 13, text: '日常工作是否令您感到痛苦？', options: 'all' },
    { n: 14, text: '您在生活中是否不能起到应起的作用？', options: 'all' },
    { n: 15, text: '您是否丧失了对事物的兴趣？', options: 'all' },
    { n: 16, text: '您是否感到自己是个无价值的人？', options: 'all' },
    { n: 17, text: '您头脑中是否出现过结束自己生命的想法？', options: 'all' },
    { n: 18, text: '您是否什么时候都感到累？', options: 'all' },
    { n: 19, text: '您是否感到胃部不适？', options: 'all' },
    { n: 20, text: '您是否容易疲劳？', options: 'all' },
  ],
  scales: [
    {
      key: 'total',
      title: '不舒服的项数',
      items: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20],
      reverse: [],
      method: 'sum',
      times: 1,
      range: [0, 20],
      higher: 'harder',
      bands: [
        {
          from: 0,
          says: '近一个月的不舒服不多',
          source: 'Chen S 2009（杭州社区，界值6/7：灵敏度93%、特异度62%，α0.91）',
        },
        {
          from: 7,
          says: '近一个月的不舒服比较多，建议请专业的人再看一看',
          source:
            'Chen S 2009；方毓等2013 报告同界值灵敏度84%/特异度72%。WHO：“no global, generally applicable cut off score can be recommended”',
        },
      ],
    },
  ],
  alerts: [{ item: 17, atLeast: 1, path: 'crisis' }],
  asksSex: false,
  leadsTo: [],
  textConfidence: 'medium',
  cautions: ['medium-low（据记忆复原卫生部附件指导语；存档文本为消防队伍改写版）'],
}
