// Computes a draw from what is published of it, with nothing of ours: usage: node recompute.mjs < draw.json
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

const sha = (text) => createHash('sha256').update(text).digest('hex')

/** { commitment, capacity, shares, list: { hash, text }, result: { seed, hash } } → whether each part is as published, and the order. */
export function recompute({ commitment, capacity, shares, list, result }) {
  const seats = { shift: shares.shift, newcomer: shares.newcomer, open: capacity - shares.shift - shares.newcomer }
  const lines = list.text === '' ? [] : list.text.split('\n')
  const tickets = lines.map((line) => {
    const [hash, places, own] = line.split(' ')
    return { hash, places: Number(places), own, score: sha(`${result.seed} ${sha(list.text)} ${hash}`) }
  })
  const order = []
  for (const { hash, places, own } of tickets.sort((a, b) => (a.score < b.score ? -1 : 1))) {
    let held = 0
    for (const pool of ['shift', 'newcomer', 'open']) {
      if (pool !== 'open' && !own.split('+').includes(pool)) continue
      const some = Math.min(seats[pool], places - held)
      seats[pool] -= some
      held += some
    }
    order.push(`${hash} ${held === places ? 'seated' : held > 0 ? 'offered' : 'waiting'} ${held}`)
  }
  return {
    seed: sha(result.seed) === commitment,
    list: sha(list.text) === list.hash && new Set(tickets.map(({ hash }) => hash)).size === tickets.length,
    result: sha(order.join('\n')) === result.hash,
    order,
  }
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const { order, ...as } = recompute(JSON.parse(readFileSync(0, 'utf8')))
  console.log(order.join('\n'))
  console.log(as)
}
