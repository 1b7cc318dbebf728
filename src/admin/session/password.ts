export const SHORTEST = 10

/** The rules the page can tell at once; the cloud also refuses passwords that are too common. */
export const passwordProblem = (password: string, login: string): string | null => {
  if ([...password].length < SHORTEST) return `密码至少 ${SHORTEST} 位`
  if (password.length > 200) return '密码最多 200 位'
  if (login && password.toLowerCase().includes(login.toLowerCase())) return '密码里不要包含账号'
  return null
}
