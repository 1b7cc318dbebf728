import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Chance, chanceOf } from './chance'
import { openLine } from './line'
import { type Ask, openParty, type Party, type Reply, wait } from './party'
import { freePort, type ServerProcess, startServer } from './server-process'
import { type Someone, seatTalkers } from './talkers'

/** What became of it all; `wrong` is what must never be, in words. */
export type Conversed = {
  seed: number
  said: number
  acknowledged: number
  again: number
  cuts: number
  kills: number
  rings: number
  wrong: string[]
}

/** One in so many connections is cut, this often. */
const CUT_ONE_IN = 60
const CUT_EVERY_MS = 150
/** How long the server lives before it is killed, and how many messages it has stored by then at least. */
const LIVES_MS = [3_000, 8_000] as const
const STORES = [20, 120] as const
/** Between two things somebody says. */
const THINKS_MS = [1_000, 5_000] as const
/** Before a line that broke is tried again. */
const AGAIN_MS = [200, 1_200] as const
/** On a machine with much else to do the last of it takes as long as it takes. */
const SETTLED_WITHIN_MS = 5 * 60_000

/**
 * People and counsellors talk over the built server while their connections are cut and the server is killed at random.
 * They learn of what is new by the doorbell and the pull that follows it, and by nothing else. It goes on for as long as is
 * said, and on a slow machine until so much has happened as is said.
 */
export async function converse(
  amount: number,
  least: { ms: number; kills: number; acknowledged: number },
  seed: number,
): Promise<Conversed> {
  const dataDir = await mkdtemp(join(tmpdir(), 'converse-'))
  const chance = chanceOf(seed)
  const wrong: string[] = []
  const line = await openLine()
  let server: ServerProcess | undefined
  let over = false
  try {
    const { people, counsellors } = await seatTalkers(dataDir, amount)
    const start = async () => {
      const port = await freePort()
      server = startServer(dataDir, port, { TRUSTED_PROXY: '1' })
      await server.ready
      line.leadTo(port)
    }
    await start()
    const bell = { rings: 0 }
    const anew = () => chanceOf(chance.below(2 ** 31))
    const sit = (side: Party['side']) => (one: Someone) => {
      const parties = one.chatIds.map((chatId) =>
        openParty(chatId, side, asking(line.url, one.bearer), anew(), (what) => wrong.push(what)),
      )
      return { parties, ear: listen(line.url, one.bearer, parties, { bell, over: () => over, chance: anew() }) }
    }
    const seats = [...people.map(sit('person')), ...counsellors.map(sit('counsellor'))]
    const parties = seats.flatMap((seat) => seat.parties)

    const until = performance.now() + least.ms
    let kills = 0
    const sum = (count: (party: Party) => number) => parties.reduce((total, party) => total + count(party), 0)
    const acknowledged = () => sum(({ numbers }) => numbers.size)
    const enoughOf = () => performance.now() >= until && kills >= least.kills && acknowledged() >= least.acknowledged
    const going = () => wrong.length === 0 && !enoughOf()
    const speaking = parties.map((party) => speak(party, anew(), going))
    const cutting = cutAtRandom(line, anew(), going)
    while (going()) {
      const enough = acknowledged() + chance.between(...STORES)
      await wait(chance.between(...LIVES_MS))
      while (acknowledged() < enough && wrong.length === 0) await wait(20)
      await server?.kill()
      kills++
      await start()
    }
    const cuts = await cutting
    await Promise.all(speaking)
    await settled(parties, wrong)
    over = true
    // Once more, so that what is compared is what lies on the disk.
    await server?.kill()
    await start()
    await check(parties, wrong)
    line.cutSome(1, chance)
    await Promise.all(seats.map(({ ear }) => ear))
    return {
      ...{ seed, kills, cuts, rings: bell.rings, wrong },
      said: sum(({ spoken }) => spoken.length),
      acknowledged: acknowledged(),
      again: sum((party) => party.again()),
    }
  } finally {
    over = true
    await server?.kill()
    await line.close()
    await rm(dataDir, { recursive: true, force: true })
  }
}

const asking =
  (url: string, bearer: string): Ask =>
  async <T>(action: string, data: unknown) => {
    try {
      const answer = await fetch(`${url}/api/counselling`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${bearer}` },
        body: JSON.stringify({ action, data }),
      })
      return (await answer.json()) as Reply<T>
    } catch {
      return { ok: false as const, code: 'OFFLINE' }
    }
  }

async function speak(party: Party, chance: Chance, going: () => boolean) {
  for (let turn = 1; ; turn++) {
    await wait(chance.between(...THINKS_MS))
    if (!going()) return
    await party.say(`${party.side} ${turn}`)
  }
}

async function cutAtRandom(line: Awaited<ReturnType<typeof openLine>>, chance: Chance, going: () => boolean) {
  let cuts = 0
  while (going()) {
    await wait(CUT_EVERY_MS)
    cuts += line.cutSome(CUT_ONE_IN, chance)
  }
  return cuts
}

type Listening = { bell: { rings: number }; over: () => boolean; chance: Chance }

/** Looks at each ring; where the line breaks it is taken up again, and the first ring says to look. */
async function listen(url: string, bearer: string, parties: Party[], { bell, over, chance }: Listening) {
  while (!over()) {
    try {
      const answer = await fetch(`${url}/api/doorbell`, { headers: { authorization: `Bearer ${bearer}` } })
      const words = new TextDecoder()
      let rest = ''
      if (answer.ok)
        for await (const chunk of answer.body ?? []) {
          const lines = (rest + words.decode(chunk, { stream: true })).split('\n')
          rest = lines.pop() ?? ''
          const rings = lines.filter((one) => one === 'event: ring').length
          bell.rings += rings
          if (rings > 0 && !over()) for (const party of parties) void party.look()
        }
    } catch {
      // Cut, or nobody there: tried again below.
    }
    if (!over()) await wait(chance.between(...AGAIN_MS))
  }
}

/** Until the doorbell has brought everything everywhere. */
async function settled(parties: readonly Party[], wrong: string[]) {
  const until = performance.now() + SETTLED_WITHIN_MS
  const spokenIn = new Map<string, number>()
  for (const { chatId, spoken } of parties) spokenIn.set(chatId, (spokenIn.get(chatId) ?? 0) + spoken.length)
  const missing = () => parties.filter((party) => party.heard().length < (spokenIn.get(party.chatId) ?? 0))
  while (missing().length > 0 && performance.now() < until) await wait(50)
  for (const party of missing()) wrong.push(`${party.chatId} ${party.side}: not everything came by the doorbell`)
}

/** What lies there, what each side has, and what each side said are one and the same. */
async function check(parties: readonly Party[], wrong: string[]) {
  const byChat = new Map<string, Party[]>()
  for (const party of parties) byChat.set(party.chatId, [...(byChat.get(party.chatId) ?? []), party])
  for (const [chatId, both] of byChat) {
    const lying = await Promise.all(both.map((party) => party.afresh()))
    const shown = (messages: readonly { id: string; number: number; side: string; text: string }[]) =>
      messages.map(({ id, number, side, text }) => `${number} ${id} ${side} ${text}`).join('\n')
    const [first = []] = lying
    if (first.some(({ number }, index) => number !== index + 1)) wrong.push(`${chatId}: a number is missing`)
    for (const [index, party] of both.entries()) {
      if (shown(lying[index] ?? []) !== shown(first)) wrong.push(`${chatId}: the sides do not have the same`)
      if (shown(party.heard()) !== shown(first))
        wrong.push(`${chatId} ${party.side}: another order than what lies there`)
      const own = first.filter(({ side }) => side === party.side)
      const spoken = party.spoken.map(({ id, text }) => `${id} ${text}`)
      if (own.map(({ id, text }) => `${id} ${text}`).join('\n') !== spoken.join('\n'))
        wrong.push(`${chatId} ${party.side}: said ${spoken.length}, and there lie ${own.length} or another order`)
      for (const [id, number] of party.numbers)
        if (first[number - 1]?.id !== id) wrong.push(`${chatId} ${party.side}: ${id} was acknowledged as ${number}`)
    }
  }
}
