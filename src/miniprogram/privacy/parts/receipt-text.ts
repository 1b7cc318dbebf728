import type { Receipt } from '../../../contract/privacy'
import { momentOf } from '../../phone/times'

/** Asked again after a lost answer there is nothing left to count. */
export const kindsWords = ({ kinds }: Pick<Receipt, 'kinds'>) =>
  kinds.length === 0 ? '已经没有剩下的了' : kinds.map(({ title, count }) => `${title} ${count} 条`).join('、')

/** As it is copied: everything that is needed to have it checked, and nothing of what was destroyed. */
export const receiptText = (receipt: Receipt) =>
  [
    '心驿 · 删除回执',
    `编号：${receipt.number}`,
    `时间：${momentOf(receipt.at)}`,
    `删除了：${kindsWords(receipt)}`,
    ...(receipt.account ? ['账户：已注销'] : []),
    `备份里最晚清除：${momentOf(receipt.backupsGoneAt)}`,
    `印章：${receipt.seal}`,
    '这张回执里没有您的任何内容。',
  ].join('\n')
