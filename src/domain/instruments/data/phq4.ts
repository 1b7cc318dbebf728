import type { Instrument } from '../instrument'
import { phqFamily } from './phq-family'

export const phq4: Instrument = {
  id: 'phq4',
  version: 1,
  title: '近两周的心情',
  name: 'PHQ-4 情绪快筛',
  nameEn: 'PHQ-4',
  about: '四个问题，看看要不要再多做一份',
  source: 'Kroenke K, Spitzer RL, Williams JBW, Löwe B. Psychosomatics 2009;50:613-621',
  ...phqFamily,
  items: [
    { n: 1, text: '感觉紧张、焦虑或急切', options: 'all', loinc: '69725-0' },
    { n: 2, text: '不能够停止或控制担忧', options: 'all', loinc: '68509-9' },
    { n: 3, text: '做事时提不起劲或没有兴趣', options: 'all', loinc: '44250-9' },
    { n: 4, text: '感到心情低落、沮丧或绝望', options: 'all', loinc: '44255-8' },
  ],
  scales: [
    {
      key: 'total',
      title: '合计',
      items: [1, 2, 3, 4],
      reverse: [],
      method: 'sum',
      times: 1,
      range: [0, 12],
      higher: 'harder',
      bands: [
        {
          from: 0,
          says: '近两周的困扰不多',
          source: 'Kroenke 2009',
        },
        {
          from: 3,
          says: '近两周有一些困扰',
          source: 'Kroenke 2009',
        },
        {
          from: 6,
          says: '近两周的困扰比较多，建议再做一份更细的',
          source: 'Kroenke 2009',
        },
        {
          from: 9,
          says: '近两周的困扰很多，请再做一份更细的',
          source: 'Kroenke 2009',
        },
      ],
    },
    {
      key: 'anxiety',
      title: '紧张和担心',
      items: [1, 2],
      reverse: [],
      method: 'sum',
      times: 1,
      range: [0, 6],
      higher: 'harder',
      bands: [
        {
          from: 0,
          says: '这方面的感受不多',
          source: 'Kroenke 2009：单项 ≥3 为阳性',
        },
        {
          from: 3,
          says: '这方面值得再看一看',
          source: 'Kroenke 2009：单项 ≥3 为阳性',
        },
      ],
    },
    {
      key: 'depression',
      title: '情绪低落',
      items: [3, 4],
      reverse: [],
      method: 'sum',
      times: 1,
      range: [0, 6],
      higher: 'harder',
      bands: [
        {
          from: 0,
          says: '这方面的感受不多',
          source: 'Kroenke 2009：单项 ≥3 为阳性',
        },
        {
          from: 3,
          says: '这方面值得再看一看',
          source: 'Kroenke 2009：单项 ≥3 为阳性',
        },
      ],
    },
  ],
  alerts: [],
  asksSex: false,
  leadsTo: ['phq9', 'gad7'],
  textConfidence: 'high',
  cautions: [],
}
