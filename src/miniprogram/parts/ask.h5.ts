import { preferences } from '../phone/preferences'
import type { Question } from './ask'
import './ask.h5.scss'

const make = (tag: string, className: string, text = '') => {
  const element = document.createElement(tag)
  element.className = className
  element.textContent = text
  return element
}

/** Stands for Taro's own dialog, which the keyboard cannot reach and which follows neither the dark colours nor the large text. */
export const ask = ({ title, content, confirmText, cancelText }: Question): Promise<boolean> =>
  new Promise((resolve) => {
    const before = document.activeElement as HTMLElement | null
    const veil = make('div', preferences().large ? 'ask ask--large' : 'ask')
    const paper = make('div', 'ask__paper')
    const buttons = make('div', 'ask__buttons')
    const words = make('div', 'ask__text', content)
    words.id = 'ask-text'
    for (const [name, value] of Object.entries({
      role: 'dialog',
      'aria-modal': 'true',
      'aria-label': title,
      'aria-describedby': words.id,
    }))
      paper.setAttribute(name, value)

    const end = (answer: boolean) => {
      veil.remove()
      window.removeEventListener('hashchange', leave)
      before?.focus()
      resolve(answer)
    }
    const leave = () => end(false)
    const choices = [
      ...(cancelText === undefined ? [] : [{ text: cancelText, answer: false }]),
      { text: confirmText, answer: true },
    ].map(({ text, answer }) => {
      const button = make('button', answer ? 'ask__button ask__button--yes' : 'ask__button', text)
      button.addEventListener('click', () => end(answer))
      return button
    })
    veil.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') end(false)
      if (event.key !== 'Tab') return
      event.preventDefault()
      const at = choices.indexOf(document.activeElement as HTMLElement)
      choices.at((at + (event.shiftKey ? -1 : 1)) % choices.length)?.focus()
    })
    window.addEventListener('hashchange', leave)

    buttons.append(...choices)
    paper.append(make('div', 'ask__title', title), words, buttons)
    veil.append(paper)
    document.body.append(veil)
    choices[0]?.focus()
  })
