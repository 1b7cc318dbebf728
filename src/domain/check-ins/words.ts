/** How somebody was checked in: by the picture of their ticket, by name, or by themselves with the code at the door. */
export const scanWays = ['qr', 'hand', 'self'] as const
export type ScanWay = (typeof scanWays)[number]

/** What a scan was found to be. Only `came` counts, once for each ticket and time. */
export const verdicts = [
  'came',
  'double',
  'early',
  'late',
  'wrong-event',
  'wrong-code',
  'unknown-ticket',
  'not-seated',
] as const
export type Verdict = (typeof verdicts)[number]
