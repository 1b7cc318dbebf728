import { glow, leaf, light, mix, paper } from './palette.mjs'

/** The mark of the house: a lantern of two leaves, lit, as at the door of an inn on the road. */
export const markSvg = [
  '<svg xmlns="http://www.w3.org/2000/svg" width="160" height="160" viewBox="0 0 160 160">',
  `<rect width="160" height="160" rx="38" fill="${leaf}"/>`,
  `<path d="M80 22V36" stroke="${paper}" stroke-width="8" stroke-linecap="round"/>`,
  `<path d="M78 36C34 58 34 106 78 132Z" fill="${paper}"/>`,
  `<path d="M82 36C126 58 126 106 82 132Z" fill="${mix(leaf, paper, 0.72)}"/>`,
  `<circle cx="80" cy="88" r="20" fill="${light}"/>`,
  `<circle cx="80" cy="88" r="11" fill="${glow}"/>`,
  `<path d="M66 142H94" stroke="${paper}" stroke-width="8" stroke-linecap="round"/>`,
  '</svg>\n',
].join('')
