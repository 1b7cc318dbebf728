/** What an employee may show to prove their branch; only a keyed hash of it is kept, never the number. */
export const numberKinds = ['card', 'identity', 'phone'] as const
export type NumberKind = (typeof numberKinds)[number]

export const numberKindNames: Record<NumberKind, string> = { card: '会员卡号', identity: '身份证号', phone: '手机号' }

/** What is wrong with one line of a list. */
export const lineProblems = [
  'branch-missing',
  'branch-unknown',
  'branch-ambiguous',
  'number-missing',
  'card-malformed',
  'identity-malformed',
  'phone-malformed',
  'twice-in-file',
  'other-branch',
  'not-in-list',
] as const
export type LineProblem = (typeof lineProblems)[number]

export const lineProblemNames: Record<LineProblem, string> = {
  'branch-missing': '没有填组织编码',
  'branch-unknown': '组织编码不存在，或者不在您的管理范围内',
  'branch-ambiguous': '有两个组织用了同一个编码，请先改正其中一个',
  'number-missing': '三个号码都没有填，至少填一个',
  'card-malformed': '会员卡号应为 4 到 32 位字母或数字',
  'identity-malformed': '身份证号有误，请核对校验位',
  'phone-malformed': '手机号应为 11 位数字',
  'twice-in-file': '同一个号码在文件里出现了两次',
  'other-branch': '这个号码在您管理范围以外的组织名单里',
  'not-in-list': '名单里没有这个号码',
}

/** One person of a list as it travels; what is not known is empty. */
export type Line = { branchCode: string; card: string; identity: string; phone: string }

/** One number proves this many people at most: a family may share a phone, a whole town does not. */
export const MOST_USES = 5
