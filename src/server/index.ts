import { greeting } from './greeting'
import { type OpenServer, openServer } from './server'
import { readSettings } from './settings'
import { StartRefused } from './start-refused'

const say = (line: string) => console.log(line)

/** A line of the log is JSON; everything else is for whoever looks at the terminal. */
const log = (entry: object) => say(JSON.stringify({ at: new Date().toISOString(), ...entry }))

const stop = (error: unknown): never => {
  console.error(error instanceof StartRefused ? error.message : error)
  process.exit(1)
}

/** The first signal lets requests end; a second one does not wait. */
function closeOn(signals: NodeJS.Signals[], server: OpenServer) {
  let asked = false
  const close = () => {
    if (asked) process.exit(1)
    asked = true
    say('Stopping …')
    server.close().then(() => process.exit(0), stop)
  }
  for (const signal of signals) process.on(signal, close)
}

try {
  const settings = readSettings(process.env)
  const server = await openServer({ ...settings, log, tell: say })
  closeOn(['SIGTERM', 'SIGINT'], server)
  // Whole at once: whoever reads this from a pipe has the addresses and the links together.
  say(greeting(settings, server).join('\n'))
} catch (error) {
  stop(error)
}
