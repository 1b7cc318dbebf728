import { writeSync } from 'node:fs'
import { openDatabase } from '../../../src/server/postgres/database'
import { ownFolder } from '../../../src/server/postgres/lock'
import { openPglite } from '../../../src/server/postgres/pglite'
import { accountsStore } from '../suite/stage'

const [task, folder = ''] = process.argv.slice(2)

/** Straight to the pipe: what is told is told even when the process is killed right after. */
const tell = (line: string) => writeSync(1, `${line}\n`)

const untilKilled = () => setInterval(() => {}, 60_000)

if (task === 'own') {
  try {
    ownFolder(folder)
    tell('owner')
    untilKilled()
  } catch (error) {
    tell(`refused ${(error as Error).name} ${(error as Error).message}`)
  }
} else if (task === 'open') {
  await openPglite(folder)
  tell('open')
  untilKilled()
} else if (task === 'insert') {
  const accounts = (await openDatabase(await openPglite(folder), [accountsStore])).open(accountsStore)
  const side = async (name: string) => {
    for (let balance = 0; ; balance++) {
      const id = `${process.pid}-${name}-${balance}`
      await accounts.insert({ id, balance })
      tell(id)
    }
  }
  await Promise.all(['a', 'b', 'c'].map(side))
}
