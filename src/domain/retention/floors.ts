/** A rule that keeps a kind of record sealed for a time, even after the person destroyed it: nobody can open it meanwhile. */
export type Floor = {
  /** Counted from when the record was closed. */
  years: number
  /** Where that is written. */
  source: string
  /** For the person, in plain words. */
  words: string
}

export const floorNames = ['counselling-records'] as const
export type FloorName = (typeof floorNames)[number]

/** Where a union works, as far as rules differ. `national` where no local rule says how long. */
export const regions = ['national', 'shenzhen'] as const
export type Region = (typeof regions)[number]

/** A local rule goes before the union's own. The union confirms its own with its lawyers before it opens. */
const floors: Record<Region, Record<FloorName, Floor>> = {
  national: {
    'counselling-records': {
      years: 3,
      source: '全国性法律没有规定年限；三年是本系统的默认值，与个人信息处理记录一致，由工会确认',
      words: '咨询记录在咨询结束后要封存三年，封存期间谁也打不开，到期自动清除。',
    },
  },
  shenzhen: {
    'counselling-records': {
      years: 10,
      source: '深圳经济特区心理卫生条例 第二十四条第（四）项：咨询资料保存期限不得低于十年',
      words: '按深圳的规定，咨询记录在咨询结束后要封存十年，封存期间谁也打不开，到期自动清除。',
    },
  },
}

export const floorOf = (name: FloorName, region: Region): Floor => floors[region][name]

/** The instant at which a record that was closed then may be destroyed for good. */
export function floorEnds(floor: Floor, closedAt: string): Date {
  const end = new Date(closedAt)
  end.setUTCFullYear(end.getUTCFullYear() + floor.years)
  return end
}

/** What was closed before it has been kept long enough. */
export function keptSince(floor: Floor, now: Date): Date {
  const since = new Date(now)
  since.setUTCFullYear(since.getUTCFullYear() - floor.years)
  return since
}

/** Until when a document that is destroyed now stays sealed; empty when it need not stay. One that is open closes now. */
export function sealedUntil(floor: Floor, closedAt: string, now: Date): string {
  const end = floorEnds(floor, closedAt === '' ? now.toISOString() : closedAt)
  return end > now ? end.toISOString() : ''
}
