import { expect } from 'vitest'
import { dataKeysStore } from '../../../cloudfunctions/_kit/data-keys'
import type { Database } from '../../../cloudfunctions/_kit/database'
import { erasuresStore } from '../../../cloudfunctions/_kit/erasures'
import { sdkDatabase } from '../../../cloudfunctions/_kit/platform/sdk'
import { wechatDatabase } from '../../../cloudfunctions/_kit/platform/wechat-database'
import { eventsStore, storable } from '../../../cloudfunctions/events/events-store'
import { putSeats } from '../../../cloudfunctions/events/seats'
import { seatsStore } from '../../../cloudfunctions/events/seats-store'
import { signupsStore } from '../../../cloudfunctions/events/signups-store'
import type { Event } from '../../../src/domain/events/event'
import { openDatabase } from '../../../src/server/postgres/database'
import type { Sql } from '../../../src/server/postgres/sql'
import { openStandIn, type StandIn } from '../../cloudbase/stand-in/open-stand-in'
import { enterSdk } from '../../cloudbase/stand-in/sdk'
import { provisioned } from './stage'

const declarations = [eventsStore, signupsStore, seatsStore, dataKeysStore, erasuresStore]

export type Opened = { database: Database; close(): Promise<void> }

/** As a client does that hears a fault: asks the same again, until there is an answer. */
export async function untilAnswered<T>(ask: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried++)
    try {
      return await ask()
    } catch (error) {
      if (tried === 30) throw error
    }
}

export async function announce(event: Event, { database }: Pick<Opened, 'database'>): Promise<void> {
  await database.open(eventsStore).insert(storable(event))
  await putSeats(event, { database })
}

export const onPostgres = (open: () => Promise<Sql>) => async (): Promise<Opened> => {
  const sql = await open()
  return { database: await openDatabase(sql, declarations), close: () => sql.close() }
}

/** Where transactions conflict, and each twentieth write is done and its answer lost. */
export async function onWeChat(): Promise<Opened> {
  const standIn: StandIn = await openStandIn()
  standIn.provision(provisioned(declarations))
  const conflicts = { conflictAtOperation: 0.25, conflictAtCommit: 0.25 }
  const writes = ['database.insertDocument', 'database.modifyDocument']
  standIn.chaos.set({ seed: 7, ...conflicts, lostResponse: 0.05, lostResponseActions: writes, lostResponseKind: '500' })
  const sdk = enterSdk(standIn, 'events')
  return {
    database: wechatDatabase(sdkDatabase()),
    close: async () => {
      sdk.leave()
      expect([standIn.uncovered, standIn.unsupported, standIn.openTransactions()]).toEqual([[], [], []])
      await standIn.close()
    },
  }
}
