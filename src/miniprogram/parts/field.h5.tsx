import { createElement } from 'react'
import type { FieldProps } from './field'
import './field.scss'

const modes = { text: 'text', number: 'numeric', idcard: 'text' } as const

/** A browser's own field: Taro's cannot be told to remember nothing. */
export const Field = ({ name, value, keys = 'text', most, placeholder = '', onWrite }: FieldProps) =>
  createElement('input', {
    className: 'field',
    type: 'text',
    inputMode: modes[keys],
    autoComplete: 'off',
    autoCapitalize: 'off',
    spellCheck: false,
    value,
    maxLength: most,
    placeholder,
    'aria-label': name,
    onChange: (event: { currentTarget: { value: string } }) => onWrite(event.currentTarget.value),
  })
