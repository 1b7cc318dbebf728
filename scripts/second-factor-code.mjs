import { loadSource } from './load-source.mjs'

const [secret = ''] = process.argv.slice(2)
const { codeOfStep, fromBase32, stepAt } = await loadSource('cloudfunctions/_kit/totp.ts')

/** RFC 6238 §4: steps of 30 seconds. */
const secondsLeft = (now) => 30 - Math.floor((now.getTime() / 1000) % 30)

try {
  if (fromBase32(secret).length === 0) throw new Error('no secret')
  const now = new Date()
  console.log(`${codeOfStep(secret, stepAt(now))}   (${secondsLeft(now)} s)`)
} catch {
  console.error('Usage: npm run code -- SECRET')
  console.error('The secret is the row of letters and digits that the console shows while the second factor is set up.')
  process.exitCode = 2
}
