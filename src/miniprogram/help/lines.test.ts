import { expect, it } from 'vitest'
import { lines, linesWith } from './lines'

it('has the three numbers of the whole country first, then the union’s own', () => {
  expect(lines.map(({ number }) => number)).toEqual(['12356', '120', '110', '12351'])
})

it('shows no line of the union where none is set', () => {
  expect(linesWith({ number: '', name: '', when: '' }).map(({ number }) => number)).toEqual(['12356', '120', '110'])
})
