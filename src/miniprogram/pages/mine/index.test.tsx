import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { resetPhone } from '../../../../tests/stubs/taro'
import { shelf } from '../../cloud/use-reply'
import { keepNotes, notes } from '../../phone/notes'
import { keepPlace, places } from '../../phone/places'
import { prefer } from '../../phone/preferences'
import Mine from '.'

beforeEach(() => {
  resetPhone()
  prefer({ large: false, shade: 'system' })
})
afterEach(cleanup)

it('makes the words larger and keeps the choice on the phone', () => {
  const { container } = render(<Mine />)
  const large = screen.getByRole('switch', { name: /大字/ })
  expect(large.getAttribute('aria-checked')).toBe('false')
  fireEvent.click(large)
  expect(large.getAttribute('aria-checked')).toBe('true')
  expect(container.querySelector('.shell--large')).not.toBeNull()
  expect(JSON.parse(localStorage.getItem('preferences') ?? '{}')).toEqual({ large: true, shade: 'system' })
})

it('turns dark by choice', () => {
  const { container } = render(<Mine />)
  fireEvent.click(screen.getByRole('radio', { name: '深色' }))
  expect(container.querySelector('.shell--dark')).not.toBeNull()
  expect(document.documentElement.classList.contains('is-dark')).toBe(true)
  expect(screen.getByRole('radio', { name: '深色' }).getAttribute('aria-checked')).toBe('true')
})

it('tells what the phone holds and forgets it when told to', async () => {
  keepPlace({ pieceId: 'a', kind: 'article', title: 'a', part: 0.5, seconds: 0, at: '2026-11-22T08:00:00.000Z' })
  shelf.keep('piece.a', {}, '2026-11-22T08:00:00.000Z')
  keepNotes('买菜')
  render(<Mine />)
  expect(screen.getByText(/看到哪里：1 篇/)).toBeTruthy()
  expect(screen.getByText(/离线内容：1 篇/)).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: '清除这部手机上的记录' }))
  expect(await screen.findByText(/看到哪里：0 篇/)).toBeTruthy()
  expect(places()).toEqual([])
  expect(notes()).toBe('')
  expect(shelf.summary()).toEqual({ editions: 0, bytes: 0 })
})
