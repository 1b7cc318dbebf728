import type { Receipt } from '../../../contract/privacy'

/** Asked again after a lost answer there is nothing left to count. */
export const kindsWords = ({ kinds }: Pick<Receipt, 'kinds'>) =>
  kinds.length === 0 ? '已经没有剩下的了' : kinds.map(({ title, count }) => `${title} ${count} 条`).join('、')
