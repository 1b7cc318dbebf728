import { createElement } from 'react'
import type { LongFieldProps } from './long-field'
import './long-field.scss'

/** A browser's own field: Taro's cannot be told to remember nothing. */
export const LongField = ({ name, value, most, placeholder = '', onWrite }: LongFieldProps) =>
  createElement('textarea', {
    className: 'long-field',
    rows: 5,
    autoComplete: 'off',
    spellCheck: false,
    value,
    maxLength: most,
    placeholder,
    'aria-label': name,
    onChange: (event: { currentTarget: { value: string } }) => onWrite(event.currentTarget.value),
  })
