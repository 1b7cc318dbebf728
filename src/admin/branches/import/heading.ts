import { type Line, numberKindNames, numberKinds } from '../../../domain/membership/words'

export type Column = keyof Line

export const columnNames: Record<Column, string> = { branchCode: '组织编码', ...numberKindNames }
export const columns = Object.keys(columnNames) as Column[]

/** Other names the same column often has. */
const alsoCalled: Record<Column, readonly string[]> = {
  branchCode: ['单位编码', '工会编码'],
  card: ['会员号', '会员证号', '工会会员卡号'],
  identity: ['身份证', '身份证号码', '公民身份号码', '居民身份证号'],
  phone: ['手机', '手机号码', '联系手机', '移动电话'],
}

/** In which column of the file each is; missing ones are not there. */
export type Heading = Partial<Record<Column, number>>

const plain = (cell: string) =>
  cell
    .normalize('NFKC')
    .replace(/[\s*:：]/g, '')
    .replace(/[（(].*$/, '')

export const headingOf = (cells: readonly string[]): Heading => {
  const heading: Heading = {}
  cells.forEach((cell, at) => {
    const name = plain(cell)
    const column = columns.find((one) => columnNames[one] === name || alsoCalled[one].includes(name))
    if (column && heading[column] === undefined) heading[column] = at
  })
  return heading
}

/** A list needs to say the branch, and at least one number of each person. */
export const isHeading = (heading: Heading) =>
  heading.branchCode !== undefined && numberKinds.some((kind) => heading[kind] !== undefined)

/** As the contract's cell; longer ones are wrong anyway, and say so. */
const LONGEST_CELL = 200

/** Excel keeps long numbers whole only as text, with `'` before them or as `="…"`. */
export const cleanCell = (cell: string) =>
  cell
    .trim()
    .replace(/^="(.*)"$/, '$1')
    .replace(/^['‘’]/, '')
    .trim()
    .slice(0, LONGEST_CELL)

export const lineOf = (heading: Heading, cells: readonly string[]): Line => {
  const cell = (column: Column) => cleanCell(cells[heading[column] ?? -1] ?? '')
  return { branchCode: cell('branchCode'), card: cell('card'), identity: cell('identity'), phone: cell('phone') }
}
