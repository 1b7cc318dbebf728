import type { Input } from '../../contract'
import type { CaseReason, Colour, ReferralLevel, ReferralResult } from '../../domain/duty/case'

export type Attempt = Input<'calls', 'log'>['what']

export const attemptNames: Record<Attempt, string> = {
  reached: '联系上了',
  'no-answer': '没有人接',
  busy: '占线',
  'asked-later': '本人请晚些再打',
}

/** A letter alone says nothing to somebody who does not see the colour. */
export const colourWords: Record<Colour, string> = { red: '红 · 紧急', yellow: '黄 · 关注', green: '绿 · 平稳' }

export const caseReasonNames: Record<CaseReason, string> = {
  'said-so-on-the-phone': '本人在电话里说的',
  'said-so-in-counselling': '本人在咨询中说的',
  'lost-somebody': '失去了亲近的人',
  'no-one-around': '身边没有人陪',
  'was-harmed': '受到了伤害',
  'is-better': '情况好转',
  'referred-and-held': '已转介，并有人接着',
}

export const levelNames: Record<ReferralLevel, string> = {
  L1: 'L1 工会咨询师',
  L2: 'L2 医院门诊',
  L3: 'L3 急诊',
}

export const resultNames: Record<ReferralResult, string> = {
  arrived: '去了，有人接着',
  'not-arrived': '没有去',
  declined: '本人不愿意去',
}
