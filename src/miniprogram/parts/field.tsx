import { Input } from '@tarojs/components'
import { aria } from './aria'
import './field.scss'

/** Which keys the phone shows. */
export type Keys = 'text' | 'number' | 'idcard'

export type FieldProps = {
  name: string
  value: string
  keys?: Keys
  most: number
  placeholder?: string
  onWrite: (text: string) => void
}

/** What is written here stays in the page: nothing offers it again. */
export const Field = ({ name, value, keys = 'text', most, placeholder = '', onWrite }: FieldProps) => (
  <Input
    className="field"
    type={keys}
    value={value}
    maxlength={most}
    placeholder={placeholder}
    placeholderClass="field__hint"
    onInput={(event) => onWrite(event.detail.value)}
    {...aria({ label: name })}
  />
)
