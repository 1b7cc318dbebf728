import { afterAll, beforeAll, describe } from 'vitest'
import type { Database } from '../../../cloudfunctions/_kit/database'
import { changing } from './changing'
import { counting } from './counting'
import { documents } from './documents'
import { modelled } from './model'
import { searching } from './searching'
import { type Opening, suiteDeclarations } from './stage'

/** Every sentence of the port, for one implementation. `open` provisions `declarations` and may keep what is there. */
export const conforms = (name: string, open: Opening) =>
  describe(name, () => {
    let opened: { database: Database; close(): Promise<void> } | undefined

    beforeAll(async () => {
      opened = await open(suiteDeclarations)
    })
    afterAll(() => opened?.close())

    const stage = {
      get database(): Database {
        if (!opened) throw new Error(`${name} is not open`)
        return opened.database
      },
    }
    documents(stage)
    searching(stage)
    changing(stage)
    counting(stage)
    modelled(stage)
  })
