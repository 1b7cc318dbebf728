import { Textarea } from '@tarojs/components'
import { aria } from './aria'
import './long-field.scss'

export type LongFieldProps = {
  name: string
  value: string
  most: number
  placeholder?: string
  onWrite: (text: string) => void
}

/** Several lines. What is written here stays in the page: nothing offers it again. */
export const LongField = ({ name, value, most, placeholder = '', onWrite }: LongFieldProps) => (
  <Textarea
    className="long-field"
    value={value}
    maxlength={most}
    placeholder={placeholder}
    placeholderClass="long-field__hint"
    autoHeight
    disableDefaultPadding
    onInput={(event) => onWrite(event.detail.value)}
    {...aria({ label: name })}
  />
)
