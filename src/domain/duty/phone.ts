/** A mobile number of the mainland, or a fixed one with its area code: what a colleague can call back. */
export const PHONE = /^(1[3-9]\d{9}|0\d{2,3}-?\d{7,8})$/

/** The number as a person typed it, without spaces, full-width digits or the country's prefix; undefined when it is none. */
export const phoneOf = (typed: string): string | undefined => {
  const plain = typed
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/^(\+|00)86/, '')
  const number = /^1[\d-]+$/.test(plain) ? plain.replaceAll('-', '') : plain
  return PHONE.test(number) ? number : undefined
}
