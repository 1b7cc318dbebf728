/** NIST SP 800-63B-4 §3.1.1.2 asks for length and a list of common choices, not for character classes. */
export const SHORTEST_PASSWORD = 10

/** What people choose when told «ten characters»; compared without case. */
const COMMON = [
  '1234567890',
  '0123456789',
  '0987654321',
  '1111111111',
  '0000000000',
  '1q2w3e4r5t',
  'qwertyuiop',
  'password12',
  'password123',
  'abcd123456',
  'a123456789',
  'woaini1314',
  'woaini5201314',
  'iloveyou12',
  'qazwsxedcrfv',
  'administrator',
  'zaq12wsxcde3',
]

export function isStrong(password: string, login: string): boolean {
  const folded = password.normalize('NFKC').toLowerCase()
  if ([...folded].length < SHORTEST_PASSWORD) return false
  if (COMMON.includes(folded) || new Set(folded).size < 4) return false
  return !folded.includes(login.toLowerCase())
}
