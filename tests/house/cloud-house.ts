import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { sessionsStore, staffStore } from '../../cloudfunctions/_kit/identity'
import { generateKeys, newSecret, secretId } from '../../cloudfunctions/_kit/keys'
import { type Api, createApi, type Transport } from '../../src/contract/client'
import { CITY } from '../../src/domain/branches/words'
import { openSession } from '../../src/domain/staff/session'
import type { StaffMember } from '../../src/domain/staff/staff'
import type { Role } from '../../src/domain/staff/words'
import { type CloudOptions, type HttpAnswer, openCloud } from '../cloudbase/stand-in/function-runner'
import { openStandIn } from '../cloudbase/stand-in/open-stand-in'

const built = fileURLToPath(new URL('../../dist/cloudfunctions', import.meta.url))

export const CONSOLE = 'https://console.example.cn'

/** What the union set as `XINYI_TEMPLATES`. */
export const TEMPLATE = {
  id: 'templatenumber-000001',
  kinds: ['chat-waiting'],
  fields: { thing1: 'words', time2: 'time' },
}

/** Joined, but with a password nobody knows. */
const NO_PASSWORD = `scrypt$${'A'.repeat(22)}$${'A'.repeat(43)}`

const post = (name: string, body: string, headers: Record<string, string>) => ({
  path: `/${name}`,
  httpMethod: 'POST',
  headers: { 'content-type': 'application/json', 'user-agent': 'Firefox · Windows', ...headers },
  body,
})

/** The collections with the indexes that deployment creates. */
function provisioned() {
  const file = `${built}/provision.json`
  if (!existsSync(file)) throw new Error('the functions are not built: npm run build -- functions')
  const { collections } = JSON.parse(readFileSync(file, 'utf8'))
  return collections.map(({ name, create_indexes: indexes }: Record<string, unknown>) => ({ name, indexes }))
}

export type CloudHouse = Awaited<ReturnType<typeof openCloudHouse>>

/** The whole cloud as it is uploaded: the built bundles, run as WeChat runs them, against a stand-in for its services. */
export async function openCloudHouse(options: Partial<CloudOptions> = {}) {
  const standIn = await openStandIn()
  standIn.provision({ collections: provisioned() })
  const keys = generateKeys()
  const open = (changes: Partial<CloudOptions> = {}) =>
    openCloud({
      functionsDir: built,
      standIn,
      env: {
        XINYI_KEYS: keys,
        XINYI_FILE_PREFIX: `cloud://${standIn.envId}.stand-in-bucket`,
        XINYI_ORIGINS: `${CONSOLE},https://h5.example.cn`,
        // Whatever the hour is at which this runs.
        XINYI_CHAT_HOURS: '0-24',
        XINYI_TEMPLATES: JSON.stringify([TEMPLATE]),
      },
      ...options,
      ...changes,
    })
  const cloud = open()

  const ask = (name: string, request: unknown, headers: Record<string, string> = {}): Promise<HttpAnswer> =>
    cloud.http(name, post(name, JSON.stringify(request), headers))

  const overHttp =
    (bearer?: string, origin = CONSOLE): Transport =>
    async (name, request) =>
      JSON.parse((await ask(name, request, { origin, ...(bearer && { authorization: `Bearer ${bearer}` }) })).body)

  return {
    standIn,
    cloud,
    /** The same functions over the same data once more, such as with less time for each invocation. */
    again: open,
    ask,
    /** Somebody in the mini-program, as WeChat names them. */
    employee: (openid: string): Api =>
      createApi(async (name, request) => (await cloud.call(name, request, { openid })) as never),
    /** Somebody at a browser who shows this token or device key, or nothing. */
    bearing: (bearer?: string): Api => createApi(overHttp(bearer)),
    /** A member of staff who has signed in a moment ago; put there behind the functions' back. */
    signedIn: async (login: string, name: string, ...roles: Role[]) => {
      const now = new Date()
      const member: StaffMember = {
        id: login,
        name,
        login,
        grants: roles.map((role) => ({ role, branchId: CITY })),
        active: true,
        passwordHash: NO_PASSWORD,
        createdAt: now.toISOString(),
        origin: login,
        waiting: null,
      }
      const token = newSecret('s_')
      const stored = ({ id, ...rest }: { id: string }, v: number) => ({ _id: id, ...rest, v, r: 'loaded' })
      const session = openSession(secretId(token), member, 'Firefox · Windows', now)
      await standIn.load('staff', [stored(member, staffStore.version)])
      await standIn.load('sessions', [stored(session, sessionsStore.version)])
      return { token, api: createApi(overHttp(token)) }
    },
    /** What must be so after any run: no query without an index, nothing the platform lacks, no write beside a transaction. */
    oddities: () => ({
      uncovered: standIn.uncovered,
      unsupported: standIn.unsupported,
      besideTransaction: standIn.calls.list.filter(({ besideTransaction }) => besideTransaction),
      openTransactions: standIn.openTransactions(),
    }),
    close: async () => {
      await cloud.close()
      await standIn.close()
    },
  }
}

export const NOTHING_ODD = { uncovered: [], unsupported: [], besideTransaction: [], openTransactions: [] }
