export const instrumentIds = [
  'who5',
  'phq4',
  'phq9',
  'gad7',
  'dass21',
  'cbi',
  'k6',
  'srq20',
  'swls',
  'audit-c',
] as const
export type InstrumentId = (typeof instrumentIds)[number]

/** `loinc` is the LOINC answer code, where there is one. */
export type Option = { label: string; score: number; loinc?: string }

export type Item = {
  /** From 1, as printed in the instrument. */
  n: number
  text: string
  /** The name of an option set. */
  options: string
  loinc?: string
}

/** Reaches from `from` up to the next band of the same sex. */
export type Band = {
  from: number
  /** Plain words; never a diagnosis, never a colour. */
  says: string
  source: string
  /** Only where the source has different bands for women and men. */
  sex?: 'female' | 'male'
}

/**
 * How some items become a number. `sum` or `mean` of the items' scores, those in `reverse` turned round in their option set
 * (lowest + highest − score), then `times`.
 */
export type Scale = {
  key: string
  title: string
  items: readonly number[]
  reverse: readonly number[]
  method: 'sum' | 'mean'
  times: number
  range: readonly [number, number]
  higher: 'harder' | 'better'
  bands: readonly Band[]
  loinc?: string
}

/** `crisis`: the help page before the next question and before any score. `soft`: help is offered with the result. */
export type Alert = { item: number; atLeast: number; path: 'crisis' | 'soft' }

export type Licence = { status: string; words: string; owner?: string; attribution?: string }

export type Instrument = {
  id: InstrumentId
  /** Any change of words, options, bands or rules is a new version; results keep theirs. */
  version: number
  /** Short, for lists; says nothing of illness. */
  title: string
  name: string
  nameEn: string
  /** One sentence: what it looks at. */
  about: string
  source: string
  licence: Licence
  recall: string
  instruction: string
  /** Years. */
  minimumAge: number
  /** Sooner again says little. */
  againAfterDays: number
  optionSets: Readonly<Record<string, readonly Option[]>>
  items: readonly Item[]
  scales: readonly Scale[]
  alerts: readonly Alert[]
  /** Answering this item with this score settles those others at 0: they are not asked. */
  skip?: { item: number; score: number; items: readonly number[] }
  /** Whether bands differ by sex, so that it may be asked; «rather not say» takes the lower limit. */
  asksSex: boolean
  /** A gate leads on to these and is no result by itself. */
  leadsTo: readonly InstrumentId[]
  /** LOINC panel code. */
  loinc?: string
  /** How sure the Chinese wording is, and what to compare it with before release. */
  textConfidence: string
  cautions: readonly string[]
}
