import type { Api } from '../../src/contract/client'
import { CITY } from '../../src/domain/branches/words'
import { dataOf } from './data-of'

/** 和平区 with a works and its station, 大东区 with a hospital. */
export async function growBranches(wang: Api) {
  const below = async (branchId: string, kind: 'district' | 'unit' | 'station', name: string, code: string) =>
    dataOf(await wang.branches.create({ branchId, kind, name, code })).id
  const heping = await below(CITY, 'district', '和平区总工会', 'heping')
  const dadong = await below(CITY, 'district', '大东区总工会', 'dadong')
  const tractors = await below(heping, 'unit', '拖拉机厂工会', 'tractors')
  const station = await below(tractors, 'station', '东门驿站', 'east-gate')
  const hospital = await below(dadong, 'unit', '人民医院工会', 'hospital')
  return { heping, dadong, tractors, station, hospital }
}

export type Grown = Awaited<ReturnType<typeof growBranches>>

export const lineOf = (change: Partial<{ branchCode: string; card: string; identity: string; phone: string }>) => ({
  branchCode: '',
  card: '',
  identity: '',
  phone: '',
  ...change,
})

/** A whole file, piece by piece. */
export async function importAll(
  api: Api,
  begun: { branchId: string; importId: string; mode?: 'add' | 'remove'; fileName?: string },
  pieces: ReturnType<typeof lineOf>[][],
) {
  const { branchId, importId, mode = 'add', fileName = '名单.csv' } = begun
  const lines = pieces.reduce((sum, piece) => sum + piece.length, 0)
  dataOf(await api.imports.begin({ branchId, importId, mode, fileName, lines }))
  const problems: { line: number; problem: string }[] = []
  for (const [number, piece] of pieces.entries())
    problems.push(...dataOf(await api.imports.piece({ importId, number, lines: piece })).problems)
  return { progress: dataOf(await api.imports.finish({ importId })), problems }
}
