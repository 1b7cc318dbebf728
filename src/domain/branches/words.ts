/** 市 → 区 → 单位 → 驿站. A level may be left out on the way down, never turned round. */
export const branchKinds = ['city', 'district', 'unit', 'station'] as const
export type BranchKind = (typeof branchKinds)[number]

export const branchKindNames: Record<BranchKind, string> = {
  city: '市总工会',
  district: '区工会',
  unit: '单位工会',
  station: '驿站',
}

export type Branch = {
  id: string
  /** Empty for the city. */
  parentId: string
  kind: BranchKind
  name: string
  /** What an import file calls it. Lower case letters, digits and `-`. */
  code: string
  /** Where people go to meet there, street and number; empty where nobody does. */
  address: string
  closed: boolean
  createdAt: string
}

/** The root: everything else is below it. */
export const CITY = 'city'
