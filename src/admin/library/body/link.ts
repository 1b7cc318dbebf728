import { safeLink } from '../../../domain/pieces/from-doc'

/** Whether the cloud keeps it: a page of this app, an https address, or a telephone number. */
export const isLink = (href: string) => safeLink(href) !== undefined
