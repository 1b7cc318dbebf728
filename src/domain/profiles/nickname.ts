const MOST_CHARACTERS = 12

/** Control, format, private and unassigned characters, and separators of lines: what cannot be seen does not belong in a name. */
const UNSEEN = /[\p{C}\p{Zl}\p{Zp}]/u
/** Five of them begin to be a telephone, card or account number, also with spaces or dashes between. */
const NUMBER = /([\p{Nd}〇零一二三四五六七八九幺][\s\-–—_.·、,，]*){5}/u
const ADDRESS = /@|:\/\/|www\.|[a-z0-9-]\.(com|cn|net|org|cc|top|vip|xyz|io|me)(?![a-z])/i
const CONTACT =
  /微\s*信|薇\s*信|威\s*信|we\s*chat|wei\s*xin|v\s*信|v\s*x|w\s*x|q\s*q|扣\s*扣|企鹅号|电话|手机号|加\s*我/i

/** Whether it can stand as a nickname: short, readable, and nothing by which somebody could be called or found. */
export function isFitNickname(nickname: string): boolean {
  const plain = nickname.normalize('NFKC')
  const length = [...nickname].length
  if (nickname.trim() === '' || length > MOST_CHARACTERS) return false
  return ![UNSEEN, NUMBER, ADDRESS, CONTACT].some((pattern) => pattern.test(plain) || pattern.test(nickname))
}
