import { inShanghai } from '../time'
import type { Content } from './record'
import { templates } from './templates'

const day = (instant: string) => inShanghai(instant).format('YYYY-MM-DD HH:mm')

/** A record as the person reads it in their export. */
export function sayRecord({ template, byName, sections: written, additions }: Content): string {
  return [
    `${templates[template].title}（${byName}）`,
    ...templates[template].sections.flatMap(({ id, title }) =>
      written.filter(({ section, text }) => section === id && text !== '').map(({ text }) => `${title}：${text}`),
    ),
    ...additions.map(({ at, text }) => `${day(at)} 补记：${text}`),
  ].join('；')
}
