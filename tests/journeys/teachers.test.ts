import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { actsStore } from '../../cloudfunctions/_kit/acts'
import { teacherKnown } from '../../cloudfunctions/events/teachers-store'
import { isScheduled } from '../../src/domain/teachers/exit'
import { attend, people, seat } from '../house/attended'
import { dataOf } from '../house/data-of'
import { keepEvent } from '../house/events'
import { type House, openHouse } from '../house/open-house'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const teacherId = 'teacherofthehouse01'
/** Signed in anew: weeks pass here. */
const host = () => house.staff('host', '郑主持', 'host')
const manager = () => house.staff('manager', '王建国', 'manager')
const listed = async () => dataOf(await (await manager()).teachers.list({})).rows.find(({ id }) => id === teacherId)
const days = async (amount: number) => {
  house.clock.forward(amount * 24 * 60)
  await house.tick()
}
const actsOf = async () => {
  const { rows } = await house.database.open(actsStore).find({ index: 'byTime', limit: 100 })
  return rows.filter(({ about }) => about === '周老师').map(({ what, byName }) => `${what} ${byName}`)
}

/** Everybody who came says so many of five, two days after. */
async function heldWith(id: string, amount: number, score: number) {
  const event = await keepEvent(house, house.clock.now(), { id, teacherId })
  const names = people(id, amount)
  await attend(house, await seat(house, event, names))
  house.clock.set(event.times[0]?.until ?? '')
  for (const name of names)
    dataOf(await house.employee(name).ratings.give({ eventId: id, scores: [{ item: 'teacher', score }] }))
  await days(2)
}

describe('a teacher', () => {
  it('is written down by a host, and read by whoever answers for the branch', async () => {
    const said = { teacherId, branchId: 'city', name: '周老师', about: '带曼陀罗绘画' }
    const saved = dataOf(await (await host()).teachers.save({ ...said, revision: 0 }))
    expect(saved).toMatchObject({ revision: 1, rating: null, standing: 'asked', toldAt: null, appealUntil: null })
    expect(dataOf(await (await host()).teachers.save({ ...said, revision: 0 }))).toEqual(saved)
    expect(await listed()).toEqual(saved)
    const far = await house.staffIn('far', '远处的主持', [{ role: 'host', branchId: 'city.far' }])
    expect(dataOf(await far.teachers.list({})).rows).toEqual([])
    expect(await far.teachers.save({ ...said, branchId: 'city.far', revision: 1 })).toMatchObject({
      code: 'TEACHER_NOT_FOUND',
    })
    expect(await far.teachers.appeal({ teacherId, words: '不关他的事' })).toMatchObject({ code: 'TEACHER_NOT_FOUND' })
    expect(await actsOf()).toEqual(['teacher-saved 郑主持'])
  })

  it('of whom few speak well is told by the rule alone, once there are twenty', async () => {
    await heldWith('spring', 12, 3)
    expect(await listed()).toMatchObject({ standing: 'asked', rating: { count: 12, mean: 3 } })
    expect(await (await manager()).teachers.decide({ teacherId, stays: false, why: '不喜欢' })).toMatchObject({
      code: 'NOTHING_TO_DECIDE',
    })
    await heldWith('summer', 10, 3)
    expect(await listed()).toMatchObject({
      standing: 'told',
      rating: { count: 22, mean: 3 },
      toldAt: expect.any(String),
    })
    await house.tick()
    expect(await actsOf()).toEqual(['teacher-saved 郑主持', 'teacher-told 定时任务'])
  })

  it('may appeal within fourteen days, and is scheduled until a manager has decided', async () => {
    const asked = async () => isScheduled((await teacherKnown(teacherId, house.database)) ?? { standing: 'out' })
    expect(await (await manager()).teachers.decide({ teacherId, stays: false, why: '太早' })).toMatchObject({
      code: 'NOTHING_TO_DECIDE',
    })
    await days(13)
    expect(dataOf(await (await host()).teachers.appeal({ teacherId, words: '那两次都换了场地' }))).toMatchObject({
      standing: 'appealed',
    })
    expect(await asked()).toBe(true)
    house.clock.forward(1)
    const why = '再听一次，还是听不清'
    const out = dataOf(await (await manager()).teachers.decide({ teacherId, stays: false, why }))
    expect(out).toMatchObject({ standing: 'out', appeal: '那两次都换了场地', decidedFor: why })
    expect(dataOf(await (await manager()).teachers.decide({ teacherId, stays: false, why }))).toEqual(out)
    expect(await asked()).toBe(false)
    expect(await actsOf()).toEqual([
      'teacher-saved 郑主持',
      'teacher-told 定时任务',
      'teacher-appealed 郑主持',
      'teacher-out 王建国',
    ])
  })

  it('who is asked again is judged by what is said from then on', async () => {
    dataOf(await (await manager()).teachers.decide({ teacherId, stays: true, why: '重新试讲过' }))
    await days(2)
    expect(await listed()).toMatchObject({ standing: 'asked', rating: { count: 22, mean: 3 } })
    await heldWith('autumn', 20, 2)
    expect(await listed()).toMatchObject({ standing: 'told' })
    await days(15)
    expect(await (await host()).teachers.appeal({ teacherId, words: '晚了' })).toMatchObject({
      code: 'TOO_LATE_TO_APPEAL',
    })
    expect(dataOf(await (await manager()).teachers.decide({ teacherId, stays: false, why: '没有回音' })).standing).toBe(
      'out',
    )
  })
})
