import { readFileSync } from 'node:fs'
import { closing } from './closing.mjs'

const counts = closing(readFileSync(process.argv[2], 'utf8'))
if (!counts) process.exit(1)
console.log(`${counts.passed} ${counts.failed}`)
