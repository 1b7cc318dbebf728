import { nanoid } from 'nanoid'
import type { Contract, Feature, Input } from '../../src/contract'
import type { Stage } from './stage'

export type Samples = { [F in Feature]: { [A in keyof Contract[F]]: (stage: Stage) => Input<F, A> } }

export const nothing = () => ({})
export const letters = () => nanoid(24).replace(/[^A-Za-z0-9]/g, 'x')
