const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789'

/** Chosen here, so that a lost reply and a second try make one piece: 20 of 57 signs, 116 bits. */
export const newPieceId = () => {
  let id = ''
  while (id.length < 20) {
    const [byte = 255] = crypto.getRandomValues(new Uint8Array(1))
    if (byte < LETTERS.length * 4) id += LETTERS[byte % LETTERS.length]
  }
  return id
}
