/** A mobile number of the mainland, or a fixed one with its area code: what a colleague can call back. */
export const PHONE = /^(1[3-9]\d{9}|0\d{2,3}-?\d{7,8})$/

/**
 * The number as a person typed or pasted it, without what only makes it easier to read; undefined when it is none. A fixed
 * line written for callers from abroad has lost the 0 of its area code.
 */
export const phoneOf = (typed: string): string | undefined => {
  const plain = typed.normalize('NFKC').replace(/[\s\u200b-\u200f\u202a-\u202e().·‐-―-]/g, '')
  const [, prefix, rest = ''] = /^(\+86|0086|86(?=1[3-9]\d{9}$))?(.*)$/.exec(plain) ?? []
  const number = prefix && /^[2-9]/.test(rest) ? `0${rest}` : rest
  return PHONE.test(number) ? number : undefined
}
