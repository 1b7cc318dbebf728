import type { Contract, Feature } from '.'

/** Which cloud function answers for a feature. */
export const functionOf = {
  pieces: 'library',
  favourites: 'library',
  desk: 'library',
  uploads: 'library',
  tallies: 'insights',
  figures: 'insights',
  sessions: 'people',
  invitations: 'people',
  staff: 'people',
  secondFactor: 'people',
  devices: 'people',
  branches: 'people',
  imports: 'people',
  membership: 'people',
  profile: 'people',
  consents: 'people',
  privacy: 'people',
  unsealings: 'people',
  audit: 'people',
} as const satisfies Record<Feature, string>

export type FunctionName = (typeof functionOf)[Feature]
export type FeaturesOf<N extends FunctionName> = {
  [F in Feature]: (typeof functionOf)[F] extends N ? F : never
}[Feature]

type Names = { [F in Feature]: { [A in keyof Contract[F]]: true } }

/** The contract's names without its schemas: phones carry no zod. The compiler checks that none is missing or made up. */
export const names: Names = {
  pieces: { home: true, list: true, open: true },
  favourites: { add: true, remove: true, list: true },
  desk: {
    list: true,
    open: true,
    create: true,
    save: true,
    submit: true,
    withdraw: true,
    approve: true,
    sendBack: true,
    recall: true,
  },
  uploads: { begin: true, part: true, finish: true, limits: true },
  tallies: { record: true },
  figures: { month: true, pieces: true, piece: true },
  sessions: { signIn: true, signOut: true, me: true, list: true, revoke: true },
  invitations: { open: true, accept: true },
  secondFactor: { begin: true, confirm: true },
  staff: {
    list: true,
    invite: true,
    relink: true,
    change: true,
    leave: true,
    sessions: true,
    endSession: true,
    signOutEverywhere: true,
  },
  devices: { enrol: true },
  branches: {
    mine: true,
    children: true,
    create: true,
    rename: true,
    close: true,
    reopen: true,
    codes: true,
    newCode: true,
    endCode: true,
  },
  imports: { begin: true, piece: true, finish: true, list: true, problems: true },
  membership: { show: true, proveByCode: true, proveByNumber: true, leave: true },
  profile: { show: true, rename: true },
  consents: { list: true, give: true, withdraw: true },
  privacy: { stored: true, readings: true, export: true, destroy: true, receipt: true },
  unsealings: { list: true, request: true, approve: true, decline: true, open: true },
  audit: { readings: true, acts: true, destructions: true, verify: true, checkReceipt: true },
}
