import { command } from './commands/command'

/** What is said goes out whole before the process ends. */
const say = (line: string) => process.stdout.write(`${line}\n`)

process.exitCode = await command(process.argv.slice(2), process.env, say)
