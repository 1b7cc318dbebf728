/** What a credential looks like. Test keys are made when a test runs, so none needs an exception. */
const shapes = [
  ['a private key', /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/],
  ['a Tencent Cloud key id', /\bAKID[A-Za-z0-9]{32}\b/],
  ['an Alibaba Cloud key id', /\bLTAI[A-Za-z0-9]{12,30}\b/],
  ['an AWS key id', /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/],
  ['a GitHub token', /\bgh[pousr]_[A-Za-z0-9]{36,}\b/],
  ['an npm token', /\bnpm_[A-Za-z0-9]{36}\b/],
  ['an app id with its secret', /\bwx[0-9a-f]{16}\b[\s\S]{0,200}?\b[0-9a-f]{32}\b/],
  [
    'a secret written down',
    /(?:secret|passw(?:or)?d|private_?key|access_?key|secret_?key|token)["']?\s*[:=]\s*["'`](?=[^"'`\s]*[0-9])(?=[^"'`\s]*[A-Za-z])[A-Za-z0-9+/_=-]{24,}["'`]/i,
  ],
  [
    'a database address with a password',
    /\bpostgres(?:ql)?:\/\/[^\s:/@'"`$]+:[^\s@'"`$]+@(?!127\.0\.0\.1|localhost|\[::1\])/,
  ],
]

/** Bits a character: random letters and digits stay above 4.3, words and paths below. */
export function entropy(text) {
  const counts = new Map()
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1)
  return [...counts.values()].reduce((sum, count) => sum - (count / text.length) * Math.log2(count / text.length), 0)
}

const alphabet = /abcdef|ABCDEF|234567/
/** How base64 of a PNG, a JPEG and a GIF begins. */
const picture = /^(?:iVBORw0KGgo|\/9j\/|R0lGOD)/
const random = (word) =>
  !alphabet.test(word) &&
  !picture.test(word) &&
  /[a-z]/.test(word) &&
  /[A-Z]/.test(word) &&
  (word.match(/[0-9]/g)?.length ?? 0) >= 3 &&
  entropy(word) > 4.3

/** The lines of a text that look like a credential, each with what it looks like. */
export function secretsIn(text) {
  const lineOf = (index) => text.slice(0, index).split('\n').length
  const shaped = shapes.flatMap(([what, shape]) => {
    const found = shape.exec(text)
    return found ? [{ line: lineOf(found.index), what }] : []
  })
  const scattered = [...text.matchAll(/["'`]([A-Za-z0-9+/_=-]{32,120})["'`]/g)]
    .filter(([, word]) => random(word))
    .map((found) => ({ line: lineOf(found.index), what: 'a random word of 32 letters or more' }))
  return [...shaped, ...scattered]
}
