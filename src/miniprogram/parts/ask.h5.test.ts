import { fireEvent, screen } from '@testing-library/react'
import { beforeEach, expect, it } from 'vitest'
import { resetPhone } from '../../../tests/stubs/taro'
import { prefer } from '../phone/preferences'
import { ask } from './ask.h5'

const question = { title: '清除', content: '会清除记事。', confirmText: '清除它', cancelText: '先不清除' }

beforeEach(() => {
  resetPhone()
  prefer({ large: false, shade: 'system' })
})

it('gives the answer that was tapped and goes away', async () => {
  const yes = ask(question)
  expect(screen.getByRole('dialog', { name: '清除', description: '会清除记事。' })).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: '清除它' }))
  expect(await yes).toBe(true)
  expect(screen.queryByRole('dialog')).toBeNull()
  const no = ask(question)
  fireEvent.click(screen.getByRole('button', { name: '先不清除' }))
  expect(await no).toBe(false)
})

it('keeps the keyboard inside, takes Escape for no, and gives the focus back', async () => {
  const behind = document.body.appendChild(document.createElement('button'))
  behind.focus()
  const answer = ask(question)
  const [no, yes] = screen.getAllByRole('button').filter((button) => button !== behind) as [HTMLElement, HTMLElement]
  expect(document.activeElement).toBe(no)
  const seen = [{}, {}, { shiftKey: true }].map((held) => {
    fireEvent.keyDown(document.activeElement as Element, { key: 'Tab', ...held })
    return document.activeElement
  })
  expect(seen).toEqual([yes, no, yes])
  fireEvent.keyDown(yes, { key: 'Escape' })
  expect(await answer).toBe(false)
  expect(document.activeElement).toBe(behind)
  behind.remove()
})

it('is gone when the page behind it is left', async () => {
  const answer = ask(question)
  window.dispatchEvent(new Event('hashchange'))
  expect(await answer).toBe(false)
  expect(screen.queryByRole('dialog')).toBeNull()
})

it('has large words for those who chose them, and one button when there is nothing to decide', async () => {
  prefer({ large: true })
  const read = ask({ title: '没有打开', content: '请返回', confirmText: '知道了' })
  expect(document.querySelector('.ask--large')).not.toBeNull()
  expect(screen.getAllByRole('button')).toHaveLength(1)
  fireEvent.click(screen.getByRole('button', { name: '知道了' }))
  expect(await read).toBe(true)
})
