import { describe, expect, it } from 'vitest'
import { type Report, reportLines, WITHHELD } from './report-words'

const report: Report = {
  ...{ eventId: 'one', title: '画一画', kind: 'open-day', signedUp: 40, waited: 10, seatedPlaces: 34 },
  times: [{ from: '2026-03-14T02:00:00.000Z', came: 28 }],
  ...{ came: 28, missed: 2, closedAt: null },
  trades: {
    total: 30,
    cells: [
      { trade: 'transport', people: 18 },
      { trade: 'office', people: null },
    ],
  },
  ratings: [{ item: 'teacher', count: 21, mean: 4.52 }],
}

describe('a report as a table', () => {
  it('has what was counted, and leaves out what is withheld', () => {
    const lines = reportLines(report)
    expect(lines).toContainEqual(['岗位：交通运输', '人', '18'])
    expect(lines).toContainEqual(['岗位：行政办公', '人', WITHHELD])
    expect(lines).toContainEqual(['评价：老师', '21 份平均', '4.5'])
    expect(lines).toContainEqual(['到了：2026-03-14 周六 10:00', '人', '28'])
  })

  it('counts who did not come once the door is closed, and not before', () => {
    expect(reportLines(report)).toContainEqual(['没有来', '人', '结束签到后才有'])
    const closed = { ...report, closedAt: '2026-03-14T05:00:00.000Z' }
    expect(reportLines(closed)).toContainEqual(['没有来', '人', '2'])
  })

  it('has no lines for what is not there yet', () => {
    const lines = reportLines({ ...report, trades: null, ratings: null })
    expect(lines.filter(([name = '']) => /岗位|评价/.test(name))).toEqual([])
  })
})
