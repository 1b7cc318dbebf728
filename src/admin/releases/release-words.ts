import type { Alert, Instrument, Scale } from '../../domain/instruments/instrument'

const confidence: Record<string, string> = {
  high: '高：逐字核对过',
  'medium-high': '较高',
  medium: '中：放行前请对照原文',
  'medium-low': '较低：放行前必须对照原文',
}
export const confidenceWords = ({ textConfidence }: Instrument) => confidence[textConfidence] ?? textConfidence

const licences: Record<string, string> = {
  free: '免费使用',
  'free-noncommercial': '非商业免费',
  'free-likely': '很可能免费，见说明',
}
export const licenceWords = ({ licence }: Instrument) => licences[licence.status] ?? licence.status

export const alertWords = ({ item, atLeast, path }: Alert) =>
  `第 ${item} 题答到 ${atLeast} 分及以上：${path === 'crisis' ? '在下一题和任何分数之前，先出现求助页' : '在结果里提供求助方式'}`

export const methodWords = ({ method, times, reverse, range }: Scale) =>
  [
    `${method === 'sum' ? '各题分数相加' : '各题分数取平均'}${times === 1 ? '' : `，再乘以 ${times}`}`,
    `${range[0]} 到 ${range[1]} 分`,
    reverse.length > 0 ? `反向计分：第 ${reverse.join('、')} 题` : '没有反向计分的题',
  ].join('；')

const sexes = { female: '女', male: '男' } as const

/** From where to where each sentence is said; bands of one sex follow each other. */
export const bandRows = ({ bands, range }: Scale) =>
  bands.map((band) => {
    const next = bands.find(({ from, sex }) => sex === band.sex && from > band.from)
    const upTo = next ? `不到 ${next.from}` : `${range[1]}`
    return {
      key: `${band.sex ?? ''}${band.from}`,
      reach: `${band.sex ? `${sexes[band.sex]}：` : ''}${band.from} 至 ${upTo}`,
      says: band.says,
      source: band.source,
    }
  })
