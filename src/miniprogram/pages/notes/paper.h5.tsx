import { createElement } from 'react'

export const Paper = ({ first, onWrite }: { first: string; onWrite: (text: string) => void }) =>
  createElement('textarea', {
    className: 'notes__paper',
    defaultValue: first,
    maxLength: 2000,
    placeholder: '写点什么',
    'aria-label': '记事',
    onInput: (event: { currentTarget: { value: string } }) => onWrite(event.currentTarget.value),
  })
