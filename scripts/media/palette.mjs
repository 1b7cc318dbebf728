export const paper = '#FAF8F4'
export const ink = '#22302C'
export const softInk = '#5C6B66'
export const softInkDark = '#A9B5B0'
export const leaf = '#2E7D68'
export const leafDark = '#6FC2A8'
export const clay = '#C9714A'
export const sky = '#3E6F9E'

const channels = (colour) => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))

/** The colour `share` of the way from one to the other. */
export const mix = (from, to, share) => {
  const other = channels(to)
  const mixed = channels(from).map((value, index) => Math.round(value + (other[index] - value) * share))
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`
}

export const leafSoft = '#E3F0EB'
export const light = mix(clay, '#FFE9C7', 0.72)
export const glow = '#FFF3DC'
