/** The same as the cloud keeps: a page of this app, an https address, or a telephone number. */
export const isLink = (href: string) => {
  if (href.length > 500) return false
  if (/^\/(?!\/)[\w\-/?=&.]*$/.test(href) || /^tel:[\d-]{3,20}$/.test(href)) return true
  return URL.canParse(href) && new URL(href).protocol === 'https:'
}
