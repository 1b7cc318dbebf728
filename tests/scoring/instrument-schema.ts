import * as z from 'zod'
import { type Instrument, instrumentIds } from '../../src/domain/instruments/instrument'

const Words = z.string().trim().min(2)
const Loinc = z.string().regex(/^\d{4,5}-\d$/)
const Whole = z.number().int()

const Option = z.strictObject({
  label: Words.or(z.enum(['是', '否'])),
  score: Whole.min(0).max(100),
  loinc: z
    .string()
    .regex(/^LA\d{3,5}-\d$/)
    .optional(),
})
const Item = z.strictObject({
  n: Whole.min(1).max(40),
  text: z.string().min(4),
  options: z.string(),
  loinc: Loinc.optional(),
})
const Band = z.strictObject({
  from: z.number().min(0),
  says: Words,
  source: Words,
  sex: z.enum(['female', 'male']).optional(),
})
const Scale = z.strictObject({
  key: z.string().regex(/^[a-z]+$/),
  title: Words,
  items: z.array(Whole).min(1),
  reverse: z.array(Whole),
  method: z.enum(['sum', 'mean']),
  times: z.number().positive(),
  range: z.tuple([z.number(), z.number()]),
  higher: z.enum(['harder', 'better']),
  bands: z.array(Band).min(2),
  loinc: Loinc.optional(),
})

/** What an instrument looks like, before how its parts fit each other. */
const Shape = z.strictObject({
  id: z.enum(instrumentIds),
  version: Whole.min(1),
  title: Words,
  name: Words,
  nameEn: Words,
  about: Words,
  source: z.string().min(10),
  licence: z.strictObject({
    status: Words,
    words: z.string().min(10),
    owner: Words.optional(),
    attribution: Words.optional(),
  }),
  recall: Words,
  instruction: z.string().min(4),
  minimumAge: z.literal(18),
  againAfterDays: Whole.min(1),
  optionSets: z.record(z.string(), z.array(Option).min(2)),
  items: z.array(Item).min(3),
  scales: z.array(Scale).min(1),
  alerts: z.array(z.strictObject({ item: Whole, atLeast: Whole.min(1), path: z.enum(['crisis', 'soft']) })),
  skip: z.strictObject({ item: Whole, score: Whole, items: z.array(Whole).min(1) }).optional(),
  asksSex: z.boolean(),
  leadsTo: z.array(z.enum(instrumentIds)),
  loinc: Loinc.optional(),
  textConfidence: Words,
  cautions: z.array(Words),
})

/** What is wrong with a definition, in words; nothing when all of it fits together. */
export function faultsOf(instrument: Instrument): string[] {
  const shape = Shape.safeParse(instrument)
  if (!shape.success) return shape.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
  return [...faultsOfItems(instrument), ...instrument.scales.flatMap((scale) => faultsOfScale(instrument, scale))]
}

const scoresOf = ({ items, optionSets }: Instrument, item: number) =>
  (optionSets[items.find(({ n }) => n === item)?.options ?? ''] ?? []).map(({ score }) => score)

function faultsOfItems(instrument: Instrument): string[] {
  const { items, optionSets, alerts, skip, scales, asksSex, leadsTo } = instrument
  const numbers = items.map(({ n }) => n)
  const used = new Set(items.map(({ options }) => options))
  const scored = new Set(scales.flatMap((scale) => scale.items))
  const hasSexes = scales.some(({ bands }) => bands.some(({ sex }) => sex))
  const named = [...alerts.map(({ item }) => item), ...(skip ? [skip.item, ...skip.items] : [])]
  const sets = Object.entries(optionSets)
  return [
    ...items.filter(({ n }, at) => n !== at + 1).map(({ n }) => `item ${n} is out of its place`),
    ...items.filter(({ options }) => !optionSets[options]).map(({ n }) => `item ${n} has no options`),
    ...(new Set(items.map(({ text }) => text)).size < items.length ? ['an item is there twice'] : []),
    ...sets.filter(([name]) => !used.has(name)).map(([name]) => `no item has the options ${name}`),
    ...sets
      .filter(([, set]) => new Set(set.map(({ score }) => score)).size < set.length)
      .map(([name]) => `two options of ${name} score the same`),
    ...sets
      .filter(([, set]) => new Set(set.map(({ label }) => label)).size < set.length)
      .map(([name]) => `two options of ${name} read the same`),
    ...numbers.filter((n) => !scored.has(n)).map((n) => `item ${n} is in no scale`),
    ...named.filter((n) => !numbers.includes(n)).map((n) => `there is no item ${n}`),
    ...alerts
      .filter(({ item, atLeast }) => !scoresOf(instrument, item).some((score) => score >= atLeast))
      .map(({ item }) => `nothing sets off the alert of item ${item}`),
    ...(skip && !scoresOf(instrument, skip.item).includes(skip.score) ? ['nothing sets off the skip'] : []),
    ...(hasSexes === asksSex ? [] : ['the sex is asked for nothing, or not asked']),
    ...(leadsTo.includes(instrument.id) ? ['it leads to itself'] : []),
  ]
}

function faultsOfScale(instrument: Instrument, scale: Instrument['scales'][number]): string[] {
  const { key, items, reverse, method, times, range, bands } = scale
  const all = items.map((n) => scoresOf(instrument, n))
  if (all.some((scores) => scores.length === 0)) return [`${key}: names an item that is not there`]
  const total = (of: (...scores: number[]) => number) => {
    const sum = all.reduce((before, scores) => before + of(...scores), 0)
    return (method === 'mean' ? sum / items.length : sum) * times
  }
  const sexes = bands.some(({ sex }) => sex) ? (['female', 'male'] as const) : [undefined]
  const limits = sexes.map((sex) => bands.filter((band) => band.sex === sex).map(({ from }) => from))
  return [
    ...(new Set(items).size < items.length ? [`${key}: counts an item twice`] : []),
    ...reverse.filter((n) => !items.includes(n)).map((n) => `${key}: turns item ${n}, which it does not count`),
    ...(total(Math.min) === range[0] && total(Math.max) === range[1]
      ? []
      : [`${key}: the answers reach another range`]),
    ...limits.flatMap((from) => [
      ...(from[0] === range[0] ? [] : [`${key}: the first band does not begin where the range does`]),
      ...(from.every((limit, at) => at === 0 || limit > (from[at - 1] ?? 0)) ? [] : [`${key}: bands are out of order`]),
      ...((from.at(-1) ?? 0) <= range[1] ? [] : [`${key}: nobody reaches the last band`]),
    ]),
    ...(bands.length > limits.flat().length ? [`${key}: some bands are for a sex and some for all`] : []),
  ]
}
