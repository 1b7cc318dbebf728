import { isStrong, SHORTEST_PASSWORD } from '../../domain/staff/password'

/** The cloud's own rule, with the reason in words. */
export const passwordProblem = (password: string, login: string): string | null => {
  if (password.length > 200) return '密码最多 200 位'
  if (isStrong(password, login)) return null
  if ([...password].length < SHORTEST_PASSWORD) return `密码至少 ${SHORTEST_PASSWORD} 位`
  if (password.toLowerCase().includes(login.toLowerCase())) return '密码里不要包含账号'
  return '这个密码太常见了，请换一个'
}
