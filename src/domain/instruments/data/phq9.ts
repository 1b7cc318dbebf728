import type { Instrument } from '../instrument'
import { phqFamily } from './phq-family'

export const phq9: Instrument = {
  id: 'phq9',
  version: 1,
  title: '情绪低落',
  name: '患者健康问卷抑郁量表（PHQ-9）',
  nameEn: 'Patient Health Questionnaire-9',
  about: '九个问题，看看近两周低落、没劲的感受有多少',
  source:
    'Kroenke K, Spitzer RL, Williams JBW. The PHQ-9: validity of a brief depression severity measure. J Gen Intern Med 2001;16:606-613. 简体中文：phqscreeners Mandarin (China) 系文本',
  ...phqFamily,
  items: [
    { n: 1, text: '做事时提不起劲或没有兴趣', options: 'all', loinc: '44250-9' },
    { n: 2, text: '感到心情低落、沮丧或绝望', options: 'all', loinc: '44255-8' },
    { n: 3, text: '入睡困难、睡不安稳或睡眠过多', options: 'all', loinc: '44259-0' },
    { n: 4, text: '感觉疲倦或没有活力', options: 'all', loinc: '44254-1' },
    { n: 5, text: '食欲不振或吃太多', options: 'all', loinc: '44251-7' },
    { n: 6, text: '觉得自己很糟，或觉得自己很失败，或让自己或家人失望', options: 'all', loinc: '44258-2' },
    { n: 7, text: '对事物专注有困难，例如阅读报纸或看电视时', options: 'all', loinc: '44252-5' },
    {
      n: 8,
      text: '动作或说话速度缓慢到别人已经察觉？或正好相反——烦躁或坐立不安、动来动去的情况更胜于平常',
      options: 'all',
      loinc: '44253-3',
    },
    { n: 9, text: '有不如死掉或用某种方式伤害自己的念头', options: 'all', loinc: '44260-8' },
  ],
  scales: [
    {
      key: 'total',
      title: '低落的程度',
      items: [1, 2, 3, 4, 5, 6, 7, 8, 9],
      reverse: [],
      method: 'sum',
      times: 1,
      range: [0, 27],
      higher: 'harder',
      bands: [
        {
          from: 0,
          says: '近两周的回答里，低落、没劲的感受很少',
          source: 'Kroenke 2001',
        },
        {
          from: 5,
          says: '近两周有一些低落、没劲的感受',
          source: 'Kroenke 2001；中国社区人群 ≥7 为建议筛查界值（Wang W 2014, α=0.86）',
        },
        {
          from: 10,
          says: '近两周低落、没劲的感受比较多，建议和专业的人谈一谈',
          source: 'Kroenke 2001；杭州基层 ≥10 灵敏度0.87/特异度0.81（Chen S 2013）',
        },
        {
          from: 15,
          says: '近两周低落、没劲的感受很多，建议尽早请专业的人评估',
          source: 'Kroenke 2001',
        },
        {
          from: 20,
          says: '近两周低落、没劲的感受非常多，建议尽快去医院的精神科或心理科看一看',
          source: 'Kroenke 2001',
        },
      ],
      loinc: '44261-6',
    },
  ],
  alerts: [{ item: 9, atLeast: 1, path: 'crisis' }],
  asksSex: false,
  leadsTo: [],
  textConfidence: 'high',
  cautions: [],
  loinc: '44249-1',
}
