import { describe, expect, it } from 'vitest'
import { blocksFrom } from '../../../domain/pieces/from-doc'
import { isLink } from './link'

const keptByTheCloud = (href: string) =>
  JSON.stringify(
    blocksFrom({
      type: 'doc',
      content: [
        { type: 'paragraph', content: [{ type: 'text', text: '字', marks: [{ type: 'link', attrs: { href } }] }] },
      ],
    }),
  ).includes('link')

describe('an address in the text', () => {
  it('is accepted exactly when the cloud would keep it', () => {
    const addresses = [
      'https://example.org/a?b=1',
      '/pages/help/index',
      'tel:12356',
      '/pages/nowhere/index',
      'https://user:secret@example.org/',
      `https://example.org/${'抑'.repeat(60)}`,
      'http://example.org',
      'javascript:alert(1)',
      '//example.org',
      'data:text/html,x',
      'example.org',
      '',
    ]
    expect(addresses.map(isLink)).toEqual(addresses.map(keptByTheCloud))
    expect(addresses.filter(isLink)).toEqual(addresses.slice(0, 3))
  })
})
