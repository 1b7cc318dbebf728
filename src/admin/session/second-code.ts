/** As the cloud reads it: six digits, or a recovery code. People type spaces, full-width digits and no dash. */
export const secondCode = (typed: string): string => {
  const plain = typed
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
  return plain.length === 10 ? `${plain.slice(0, 5)}-${plain.slice(5)}` : plain
}

export const isSixDigits = (code: string) => /^\d{6}$/.test(code)
export const isRecoveryCode = (code: string) => /^[a-z0-9]{5}-[a-z0-9]{5}$/.test(code)

/** In groups of four, so that one can type it from another screen. */
export const inFours = (secret: string) => secret.match(/.{1,4}/g)?.join(' ') ?? ''
