import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { staffStore } from '../../../cloudfunctions/_kit/identity'
import type { Api } from '../../../src/contract/client'
import { dataOf } from '../../house/data-of'
import { type House, openHouse } from '../../house/open-house'
import { type Stage, setStage } from '../stage'
import { refusedWith } from './produced'

/** Called by `refusals.test.ts`: registers the tests of this room. */
export function auditRefusals(): void {
  describe('a supervisor who asks to see who somebody is hears', () => {
    const branchId = 'city.heping'
    let house: House
    let he: Api
    let gao: Api
    let stage: Stage
    const reason = 'danger-to-life'
    beforeAll(async () => {
      house = await openHouse()
      stage = await setStage(house, branchId, 'nobody')
      he = await house.staff('hexin', '何欣', 'supervisor')
      gao = await house.staffIn('gaoyuan', '高远', [{ role: 'supervisor', branchId }])
    })
    afterAll(() => house.close())
    const asked = async () => dataOf(await he.unsealings.request({ pseudonym: stage.pseudonym, reason })).unsealingId

    it('that there is no such pseudonym, or none within reach, in the same words', async () => {
      const far = await house.staffIn('far', '远处的督导', [{ role: 'supervisor', branchId: 'city.tiexi' }])
      const nobody = { pseudonym: '没有这个代号', reason } as const
      await refusedWith('unsealings.request', 'PERSON_NOT_FOUND', he.unsealings.request(nobody))
      const request = far.unsealings.request({ pseudonym: stage.pseudonym, reason })
      await refusedWith('unsealings.request', 'PERSON_NOT_FOUND', request)
    })
    it('that they asked too often: nobody finds out by trying who belongs to a branch', async () => {
      const keen = await house.staffIn('keen', '急切的督导', [{ role: 'supervisor', branchId }])
      for (let at = 0; at < 20; at++) await keen.unsealings.request({ pseudonym: `没有这个代号${at}`, reason })
      const request = keen.unsealings.request({ pseudonym: stage.pseudonym, reason })
      await refusedWith('unsealings.request', 'TOO_MANY_TRIES', request)
      await house.database.open(staffStore).remove('keen')
    })
    it('that nobody else in reach could agree', async () => {
      const lonely = await setStage(house, 'city.lonely', 'nobody')
      const colleagues = house.database.open(staffStore)
      for (const id of [lonely.staffId, lonely.waitingId]) await colleagues.remove(id)
      const only = await house.staffIn('only', '独自一人', [{ role: 'supervisor', branchId: 'city.lonely' }])
      await colleagues.remove('hexin')
      const request = only.unsealings.request({ pseudonym: lonely.pseudonym, reason })
      await refusedWith('unsealings.request', 'NOBODY_TO_APPROVE', request)
    })
    it('that nobody agrees to their own request', async () => {
      await refusedWith('unsealings.approve', 'OWN_REQUEST', he.unsealings.approve({ unsealingId: await asked() }))
    })
    it('that nobody else agreed yet, and that it is not there for anybody else', async () => {
      const unsealingId = await asked()
      await refusedWith('unsealings.open', 'NOT_YET_APPROVED', he.unsealings.open({ unsealingId }))
      await refusedWith('unsealings.open', 'UNSEALING_NOT_FOUND', gao.unsealings.open({ unsealingId }))
    })
    it('that a request has passed, and can neither be agreed to nor turned down', async () => {
      const gone = { unsealingId: 'gone' }
      await refusedWith('unsealings.approve', 'UNSEALING_NOT_FOUND', gao.unsealings.approve(gone))
      await refusedWith('unsealings.decline', 'UNSEALING_NOT_FOUND', gao.unsealings.decline(gone))
    })
    it('nothing at all where the audit asks: its questions are never refused', async () => {
      const auditor = await house.staff('auditor', '郑审', 'auditor')
      expect((await auditor.audit.readings({})).ok && (await auditor.audit.verify({})).ok).toBe(true)
    })
  })
}
