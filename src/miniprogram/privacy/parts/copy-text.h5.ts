/** The older way, also where the address has no certificate. */
const copyChosen = (text: string) => {
  const area = document.createElement('textarea')
  area.value = text
  area.setAttribute('readonly', '')
  area.style.position = 'fixed'
  area.style.opacity = '0'
  document.body.append(area)
  area.select()
  const copied = document.execCommand('copy')
  area.remove()
  if (!copied) throw new Error('nothing was copied')
}

/** Not Taro's: that one keeps a copy in this browser's storage. */
export const copyText = async (text: string): Promise<unknown> =>
  navigator.clipboard ? navigator.clipboard.writeText(text).catch(() => copyChosen(text)) : copyChosen(text)
