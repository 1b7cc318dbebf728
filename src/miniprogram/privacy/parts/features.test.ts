import { expect, it } from 'vitest'
import { consentTexts } from '../../../domain/consents/texts'
import { answers } from './answers'
import { features } from './features'
import { technicalWords } from './technical-words'

it('says the three answers and every feature without one technical word', () => {
  const said = [answers, features, consentTexts].map((each) => JSON.stringify(each)).join('')
  expect(technicalWords.filter((word) => said.toLowerCase().includes(word))).toEqual([])
})

it('answers for each feature what is kept, who sees it and when it goes', () => {
  expect(features.map(({ name }) => name)).toEqual([
    '文章与收藏',
    '单位核对',
    '昵称与代号',
    '自我测评',
    '请人回电',
    '回电之后的跟进',
    '预约咨询',
    '文字对话',
    '咨询记录',
    '转给值守',
    '活动',
    '通知',
    '团体测评',
    '单位的人数',
    '使用次数',
    '谁看过我',
    '这个浏览器的钥匙',
  ])
  for (const feature of features) for (const said of Object.values(feature)) expect(said).toMatch(/\S/)
})
