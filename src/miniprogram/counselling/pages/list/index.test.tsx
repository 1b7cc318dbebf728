import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { phone, resetPhone } from '../../../../../tests/stubs/taro'
import CounsellorsPage from '.'

const card = (id: string) => ({
  ...{ id, name: `咨询师${id}`, gender: 'male', languages: ['mandarin'], fields: ['sleep'], modes: ['phone'] },
  ...{ institution: '', stationName: '', title: '', there: id === '1', nextFree: null },
})
const lists = () => phone.calls.filter(({ action }) => action === 'counsellors.list').map(({ data }) => data)

const pages = (of: Record<string, { rows: string[]; next: string | null }>) => {
  phone.answer = (action, data) => {
    if (action !== 'counsellors.list') return { ok: true, data: { rows: [], next: null } }
    const page = of[(data as { after?: string }).after ?? '']
    return page ? { ok: true, data: { rows: page.rows.map(card), next: page.next } } : { ok: false, code: 'OFFLINE' }
  }
}

beforeEach(resetPhone)
afterEach(cleanup)

it('goes on over pages that are short or empty while there is a next', async () => {
  phone.params = { field: 'sleep' }
  pages({ '': { rows: [], next: 'a' }, a: { rows: ['1'], next: 'b' }, b: { rows: ['2'], next: null } })
  render(<CounsellorsPage />)
  await screen.findByRole('button', { name: /^咨询师2/ })
  expect(screen.getByRole('button', { name: /^咨询师1，现在在班/ })).toBeTruthy()
  expect(lists()).toEqual([{ field: 'sleep' }, { field: 'sleep', after: 'a' }, { field: 'sleep', after: 'b' }])
})

it('does not believe an address that names no field, and asks anew for what is chosen', async () => {
  phone.params = { field: 'toString' }
  pages({ '': { rows: ['1'], next: null } })
  render(<CounsellorsPage />)
  await screen.findByRole('button', { name: /^咨询师1/ })
  fireEvent.click(screen.getByRole('button', { name: '方式，不限' }))
  fireEvent.click(screen.getByRole('radio', { name: '面谈' }))
  await waitFor(() => expect(lists()).toEqual([{}, { mode: 'in-person' }]))
  expect(screen.getByRole('button', { name: '方式，面谈' })).toBeTruthy()
})

it('answers kindly when nobody fits, and when nothing answers', async () => {
  pages({ '': { rows: [], next: null } })
  phone.params = { field: 'sleep' }
  render(<CounsellorsPage />)
  await screen.findByText(/没有正好都合适的咨询师/)
  expect(screen.getByRole('button', { name: /^没有合适的时间/ })).toBeTruthy()
  cleanup()
  resetPhone()
  render(<CounsellorsPage />)
  await screen.findByRole('button', { name: '再试一次' })
  expect(screen.getByRole('button', { name: /^先打个电话/ })).toBeTruthy()
})

it('says nothing about now from a copy', async () => {
  pages({ '': { rows: ['1'], next: null } })
  render(<CounsellorsPage />)
  await screen.findByText('现在在班')
  cleanup()
  phone.answer = () => ({ ok: false, code: 'OFFLINE' })
  render(<CounsellorsPage />)
  await act(async () => undefined)
  await screen.findByText(/离线内容/)
  expect(screen.queryByText('现在在班')).toBeNull()
})
