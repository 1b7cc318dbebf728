import { describe, expect, it } from 'vitest'
import { passwordProblem } from './password'

describe('a password one chooses', () => {
  it('has at least ten characters', () => {
    expect(passwordProblem('123456789', 'lin')).toBe('密码至少 10 位')
    expect(passwordProblem('春天的风吹过山坡河岸', 'lin')).toBeNull()
  })

  it('does not contain the login, in any case', () => {
    expect(passwordProblem('My-Lin.Wei-pass', 'lin.wei')).toBe('密码里不要包含账号')
    expect(passwordProblem('quiet-river-stone', 'lin.wei')).toBeNull()
  })

  it('is not one of those everybody chooses', () => {
    expect(passwordProblem('1234567890', 'lin')).toBe('这个密码太常见了，请换一个')
    expect(passwordProblem('aaaaaaaaaaaa', 'lin')).toBe('这个密码太常见了，请换一个')
  })

  it('is no longer than the cloud reads', () => {
    expect(passwordProblem('a'.repeat(201), 'lin')).toBe('密码最多 200 位')
  })
})
