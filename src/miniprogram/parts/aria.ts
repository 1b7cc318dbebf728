/** What a screen reader is told. WeChat knows `aria-role`, browsers `role`; the rest has one name. */
export type Said = {
  role?: string
  label?: string
  hidden?: boolean
  live?: 'polite' | 'off'
  checked?: boolean
  selected?: boolean
  expanded?: boolean
  disabled?: boolean
  level?: number
}

const inWechat = process.env.TARO_ENV === 'weapp'

export const aria = ({ role, ...rest }: Said): Record<string, string | number | boolean> => {
  const attributes: Record<string, string | number | boolean> = {}
  if (role !== undefined) attributes[inWechat ? 'aria-role' : 'role'] = role
  for (const [name, value] of Object.entries(rest)) if (value !== undefined) attributes[`aria-${name}`] = value
  return attributes
}

/** A place to tap, told as a button; in a browser the keyboard reaches it too. */
export const tappable = (onTap: (() => void) | undefined, said: Said = {}): Record<string, unknown> => ({
  ...aria({ role: 'button', ...said, ...(onTap ? {} : { disabled: true }) }),
  ...(onTap ? { onClick: onTap, hoverClass: 'pressed' } : {}),
  ...(inWechat
    ? {}
    : {
        tabIndex: onTap ? 0 : -1,
        onKeyDown: (event: { key: string; preventDefault: () => void }) => {
          if (!onTap || (event.key !== 'Enter' && event.key !== ' ')) return
          event.preventDefault()
          onTap()
        },
      }),
})
