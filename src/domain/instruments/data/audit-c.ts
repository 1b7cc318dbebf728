import type { Instrument } from '../instrument'

export const auditC: Instrument = {
  id: 'audit-c',
  version: 1,
  title: '喝酒的习惯',
  name: '酒精使用筛查（AUDIT-C）',
  nameEn: 'AUDIT-C',
  about: '三个问题，看看喝酒会不会给身体添负担',
  source: 'Bush K et al. Arch Intern Med 1998;158:1789-95；Babor TF et al. AUDIT 2nd ed., WHO/MSD/MSB/01.6a, 2001',
  licence: {
    status: 'free-noncommercial',
    words:
      '“…The document may, however, be freely reviewed, abstracted, reproduced, and translated, in part or in whole but not for sale or for use in conjunction with commercial purposes.” (WHO/MSD/MSB/01.6a，已在 PDF 原文核到)；“AUDIT-C is available for use in the public domain” (SAMHSA, 引自 CamCOPS audit.rst)',
    owner: 'WHO',
  },
  recall: '平时饮酒情况（过去一年）',
  instruction: '1标准杯 = 10克纯酒精，约相当于啤酒250毫升、葡萄酒100毫升、白酒（50度左右）25毫升。',
  minimumAge: 18,
  againAfterDays: 30,
  optionSets: {
    q1: [
      { label: '从不', score: 0 },
      { label: '每月一次或更少', score: 1 },
      { label: '每月2–4次', score: 2 },
      { label: '每周2–3次', score: 3 },
      { label: '每周4次或更多', score: 4 },
    ],
    q2: [
      { label: '1或2杯', score: 0 },
      { label: '3或4杯', score: 1 },
      { label: '5或6杯', score: 2 },
      { label: '7、8或9杯', score: 3 },
      { label: '10杯或更多', score: 4 },
    ],
    q3: [
      { label: '从不', score: 0 },
      { label: '少于每月一次', score: 1 },
      { label: '每月一次', score: 2 },
      { label: '每周一次', score: 3 },
      { label: '每天或几乎每天', score: 4 },
    ],
  },
  items: [
    { n: 1, text: '您多久喝一次含酒精的饮料？', options: 'q1' },
    { n: 2, text: '在您喝酒的日子里，通常一天喝多少标准杯？', options: 'q2' },
    { n: 3, text: '您多久一次在一次饮酒中喝6标准杯或以上？', options: 'q3' },
  ],
  scales: [
    {
      key: 'total',
      title: '喝酒的负担',
      items: [1, 2, 3],
      reverse: [],
      method: 'sum',
      times: 1,
      range: [0, 12],
      higher: 'harder',
      bands: [
        {
          from: 0,
          says: '喝酒给身体的负担不大',
          source: 'Bush 1998',
          sex: 'male',
        },
        {
          from: 4,
          says: '喝酒可能已经给身体添了负担，可以试着少喝一点',
          source: 'Bush 1998（男≥4）',
          sex: 'male',
        },
        {
          from: 0,
          says: '喝酒给身体的负担不大',
          source: 'Bradley 2003',
          sex: 'female',
        },
        {
          from: 3,
          says: '喝酒可能已经给身体添了负担，可以试着少喝一点',
          source: 'Bradley 2003（女≥3）',
          sex: 'female',
        },
      ],
    },
  ],
  alerts: [],
  asksSex: true,
  leadsTo: [],
  textConfidence: 'medium',
  cautions: [],
  skip: {
    item: 1,
    score: 0,
    items: [2, 3],
  },
}
