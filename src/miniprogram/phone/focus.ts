/** Moves the keyboard, and whoever listens, to a heading that has just taken the place of what they were on. */
export const focusOn = (id: string) => {
  if (process.env.TARO_ENV === 'weapp') return
  const element = document.getElementById(id)
  if (!element) return
  element.tabIndex = -1
  element.focus()
}
