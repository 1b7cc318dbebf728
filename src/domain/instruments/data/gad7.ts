import type { Instrument } from '../instrument'
import { phqFamily } from './phq-family'

export const gad7: Instrument = {
  id: 'gad7',
  version: 1,
  title: '紧张和担心',
  name: '广泛性焦虑量表（GAD-7）',
  nameEn: 'Generalized Anxiety Disorder-7',
  about: '七个问题，看看近两周紧张、担心的感受有多少',
  source:
    'Spitzer RL, Kroenke K, Williams JBW, Löwe B. Arch Intern Med 2006;166:1092-1097. 中文：何筱衍等. 上海精神医学 2010;22(4):200-203',
  ...phqFamily,
  items: [
    { n: 1, text: '感觉紧张、焦虑或急切', options: 'all', loinc: '69725-0' },
    { n: 2, text: '不能够停止或控制担忧', options: 'all', loinc: '68509-9' },
    { n: 3, text: '对各种各样的事情担忧过多', options: 'all', loinc: '69733-4' },
    { n: 4, text: '很难放松下来', options: 'all', loinc: '69734-2' },
    { n: 5, text: '由于不安而无法静坐', options: 'all', loinc: '69735-9' },
    { n: 6, text: '变得容易烦恼或急躁', options: 'all', loinc: '69689-8' },
    { n: 7, text: '感到似乎将有可怕的事情发生而害怕', options: 'all', loinc: '69736-7' },
  ],
  scales: [
    {
      key: 'total',
      title: '紧张的程度',
      items: [1, 2, 3, 4, 5, 6, 7],
      reverse: [],
      method: 'sum',
      times: 1,
      range: [0, 21],
      higher: 'harder',
      bands: [
        {
          from: 0,
          says: '近两周的回答里，紧张、担心的感受很少',
          source: 'Spitzer 2006',
        },
        {
          from: 5,
          says: '近两周有一些紧张、担心的感受',
          source: 'Spitzer 2006',
        },
        {
          from: 10,
          says: '近两周紧张、担心的感受比较多，建议和专业的人谈一谈',
          source: 'Spitzer 2006；中文版 ≥10 灵敏度86.2%/特异度95.5%，α=0.898，重测0.856（何筱衍2010）',
        },
        {
          from: 15,
          says: '近两周紧张、担心的感受很多，建议尽早请专业的人评估',
          source: 'Spitzer 2006',
        },
      ],
      loinc: '70274-6',
    },
  ],
  alerts: [],
  asksSex: false,
  leadsTo: [],
  textConfidence: 'high',
  cautions: [],
  loinc: '69737-5',
}
