import { readCode } from '../../../domain/membership/code'
import { readNumber } from '../../../domain/membership/numbers'
import { type NumberKind, numberKindNames } from '../../../domain/membership/words'
import type { Keys } from '../../parts/field'

/** What may be shown to prove one's branch. */
export type Proof = 'code' | NumberKind

type Way = { name: string; keys: Keys; most: number; notLikeIt: string }

export const proofs: Record<Proof, Way> = {
  code: { name: '邀请码', keys: 'text', most: 24, notLikeIt: '邀请码是十位字母和数字，请对照着再看一遍' },
  card: {
    name: numberKindNames.card,
    keys: 'text',
    most: 40,
    notLikeIt: '会员卡号是 4 到 32 位字母或数字，请再看一遍',
  },
  identity: {
    name: numberKindNames.identity,
    keys: 'idcard',
    most: 24,
    notLikeIt: '身份证号好像有一位不对，请再看一遍',
  },
  phone: { name: numberKindNames.phone, keys: 'number', most: 20, notLikeIt: '手机号应为 11 位数字，请再看一遍' },
}

export const proofOptions = (['code', 'card', 'identity', 'phone'] as const).map((value) => ({
  value,
  text: proofs[value].name,
}))

/** Whether it can be one at all: a slip of the finger is told here, without asking the cloud. */
export const looksRight = (proof: Proof, text: string) =>
  (proof === 'code' ? readCode(text) : readNumber(proof, text)) !== undefined
