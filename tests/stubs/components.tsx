import { createElement, type ReactNode } from 'react'

type Props = Record<string, unknown> & { children?: ReactNode }

/** Taro's components as plain elements: what only WeChat knows is left out, events keep Taro's shape. */
const as =
  (tag: string) =>
  ({ children, hoverClass: _h, lazyLoad: _l, userSelect: _u, mode: _m, scrollX: _x, ...rest }: Props) =>
    createElement(tag, rest, children)

export const View = as('div')
export const Text = as('span')
export const ScrollView = ({ enhanced: _e, showScrollbar: _s, scrollX: _x, ...rest }: Props) =>
  createElement('div', rest)
export const Image = ({ lazyLoad: _l, mode: _m, ...rest }: Props) => createElement('img', { alt: '', ...rest })

export const Slider = ({ value, max, onChange, 'aria-label': label }: Props) =>
  createElement('input', {
    type: 'range',
    'aria-label': label,
    value,
    max,
    onChange: (event: { target: { value: string } }) =>
      (onChange as (event: unknown) => void)({ detail: { value: Number(event.target.value) } }),
  })

export const Video = ({ src, title, onTimeUpdate, onPause, onEnded, onError, 'aria-label': label }: Props) =>
  createElement('video', {
    src,
    title,
    'aria-label': label,
    onTimeUpdate: (event: { currentTarget: { currentTime: number } }) =>
      (onTimeUpdate as (event: unknown) => void)({ detail: { currentTime: event.currentTarget.currentTime } }),
    onPause,
    onEnded,
    onError,
  })

export const Textarea = ({ defaultValue, placeholder, onInput, 'aria-label': label }: Props) =>
  createElement('textarea', {
    defaultValue,
    placeholder,
    'aria-label': label,
    onInput: (event: { currentTarget: { value: string } }) =>
      (onInput as (event: unknown) => void)({ detail: { value: event.currentTarget.value } }),
  })

export const Input = ({ value, placeholder, maxlength, onInput, 'aria-label': label }: Props) =>
  createElement('input', {
    value,
    placeholder,
    maxLength: maxlength,
    'aria-label': label,
    onChange: (event: { currentTarget: { value: string } }) =>
      (onInput as (event: unknown) => void)({ detail: { value: event.currentTarget.value } }),
  })
