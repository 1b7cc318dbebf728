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
  devices: 'people',
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
  staff: { list: true, invite: true, relink: true, change: true, signOutEverywhere: true },
  devices: { enrol: true },
}
