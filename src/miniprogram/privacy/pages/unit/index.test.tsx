import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { phone, resetPhone } from '../../../../../tests/stubs/taro'
import { deviceKey } from '../../../cloud/device-key'
import { knownUnit } from '../../../phone/unit'
import Unit from '.'

const IDENTITY = '11010519491231002X'
const member = {
  path: [
    { kind: 'city', name: '市总工会' },
    { kind: 'unit', name: '拖拉机厂' },
  ],
  since: '2026-11-22T07:04:00.000Z',
}

beforeEach(resetPhone)
afterEach(cleanup)

const write = (name: string, text: string) => fireEvent.change(screen.getByLabelText(name), { target: { value: text } })

it('is no reason to be given a key, and says what it is for', () => {
  render(<Unit />)
  expect(phone.calls).toEqual([])
  expect(screen.getByText(/不核对也没关系/)).toBeTruthy()
  expect(screen.getAllByRole('radio')).toHaveLength(4)
})

it('proves by a number that stays nowhere on the phone', async () => {
  phone.answer = (action) => {
    if (action === 'membership.show') return { ok: true, data: { member: null } }
    return action === 'membership.proveByNumber' ? { ok: true, data: { member } } : { ok: true, data: {} }
  }
  deviceKey.keep('d_1')
  render(<Unit />)
  fireEvent.click(await screen.findByRole('radio', { name: '身份证号' }))
  write('身份证号', '110105194912310021')
  fireEvent.click(screen.getByRole('button', { name: '核对' }))
  expect(screen.getByRole('alert').textContent).toContain('好像有一位不对')
  expect(phone.calls.map(({ action }) => action)).toEqual(['membership.show'])
  write('身份证号', IDENTITY)
  fireEvent.click(screen.getByRole('button', { name: '核对' }))
  await screen.findByText('市总工会 · 拖拉机厂')
  expect(phone.calls.at(-1)?.data).toEqual({ kind: 'identity', number: IDENTITY })
  expect(JSON.stringify(localStorage)).not.toContain(IDENTITY)
  expect(knownUnit()).toBe('拖拉机厂')
  fireEvent.click(screen.getByRole('button', { name: '退出单位' }))
  await screen.findByRole('radio', { name: '邀请码' })
  expect(knownUnit()).toBeNull()
})

it('clears the field after use, and says what to do when nothing was found', async () => {
  phone.answer = (action) =>
    action === 'membership.show' ? { ok: true, data: { member: null } } : { ok: false, code: 'NOT_PROVED' }
  deviceKey.keep('d_1')
  render(<Unit />)
  await screen.findByRole('radio', { name: '邀请码' })
  write('邀请码', 'ABCDE-12345')
  fireEvent.click(screen.getByRole('button', { name: '核对' }))
  expect((await screen.findByRole('alert')).textContent).toContain('可以向单位工会要一个邀请码')
  await waitFor(() => expect((screen.getByLabelText('邀请码') as HTMLInputElement).value).toBe(''))
})
