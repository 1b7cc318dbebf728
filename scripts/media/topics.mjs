import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { clay, leaf, light, mix, sky } from './palette.mjs'
import { palettedPng } from './paletted-png.mjs'

const [width, height] = [360, 240]
const pebblePath = 'M38 130C30 64 92 22 174 20C262 18 336 56 330 128C325 190 262 222 180 222C100 222 46 194 38 130Z'

/** Grounds are see-through, so that the same picture sits on paper and on the dark ground alike. */
const pebble = (colour, opacity = 0.16) => `<path d="${pebblePath}" fill="${colour}" fill-opacity="${opacity}"/>`
const inPebble = (drawing) => `<g clip-path="url(#pebble)">${drawing}</g>`
const shape = (d, colour, opacity = 1) => `<path d="${d}" fill="${colour}" fill-opacity="${opacity}"/>`
const round = (x, y, r, colour, opacity = 1) =>
  `<circle cx="${x}" cy="${y}" r="${r}" fill="${colour}" fill-opacity="${opacity}"/>`
/** Light that fades into whatever ground it stands on. */
const halo = (x, y, r) => inPebble(`<circle cx="${x}" cy="${y}" r="${r}" fill="url(#halo)"/>`)
const stem = (d, colour, thickness = 4) =>
  `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${thickness}" stroke-linecap="round" stroke-linejoin="round"/>`

/** A leaf of this length that grows from (x, y), upright at 0 degrees. */
const blade = (x, y, length, degrees, colour) => {
  const half = (length * 0.3).toFixed(1)
  const belly = (length * 0.5).toFixed(1)
  return `<path d="M0 0C-${half} -${(length * 0.25).toFixed(1)} -${half} -${(length * 0.7).toFixed(1)} 0 -${length}C${half} -${(length * 0.7).toFixed(1)} ${half} -${(length * 0.25).toFixed(1)} 0 0Z" fill="${colour}" transform="translate(${x} ${y}) rotate(${degrees})"/><path d="M0 -4V-${belly}" stroke="#FFFFFF" stroke-opacity=".35" stroke-width="1.8" stroke-linecap="round" transform="translate(${x} ${y}) rotate(${degrees})"/>`
}

const fresh = mix(leaf, '#FFFFFF', 0.28)
const pale = mix(leaf, '#FFFFFF', 0.5)
const dusk = mix(sky, '#FFFFFF', 0.3)

const drawings = {
  stress: [
    pebble(leaf),
    inPebble(shape('M20 190C90 160 150 196 210 178C270 160 300 172 350 158V240H20Z', leaf, 0.22)),
    stem(
      'M70 140C58 92 120 70 134 108C146 142 92 156 92 122C92 86 152 84 152 124C152 160 112 158 118 134C126 104 172 112 184 130C198 150 226 140 262 120',
      clay,
      5,
    ),
    blade(262, 121, 50, 62, leaf),
    blade(246, 128, 32, 8, fresh),
  ],
  sleep: [
    pebble(sky, 0.62),
    halo(212, 94, 74),
    shape('M236 58A42 42 0 1 0 252 118A34 34 0 0 1 236 58Z', light),
    round(110, 74, 3.4, light),
    round(150, 52, 2.4, light),
    round(86, 112, 2.4, light),
    round(282, 62, 2.6, light),
    inPebble(
      shape('M20 176C80 132 132 148 186 172C236 194 290 150 350 150V240H20Z', mix(sky, '#16302C', 0.22)) +
        shape('M20 206C100 172 176 194 232 198C280 200 310 184 350 180V240H20Z', mix(sky, '#16302C', 0.42)),
    ),
  ],
  emotion: [
    pebble(sky, 0.16),
    halo(226, 88, 68),
    round(226, 88, 38, light),
    shape('M96 146C74 146 66 120 88 112C86 84 126 74 140 96C158 80 190 92 186 116C208 116 210 146 186 146Z', dusk),
    stem('M112 162l-6 16M142 164l-6 16M172 162l-6 16', sky, 5),
    inPebble(shape('M20 208C90 188 150 204 214 196C270 190 310 200 350 190V240H20Z', leaf, 0.55)),
    blade(252, 198, 40, 16, leaf),
    blade(250, 198, 28, -34, fresh),
  ],
  relationships: [
    pebble(leaf),
    halo(180, 84, 66),
    inPebble(shape('M20 196C80 172 140 184 180 190C224 184 290 172 350 192V240H20Z', leaf, 0.3)),
    stem('M118 200C110 160 122 130 154 112', leaf, 5),
    stem('M242 200C250 160 238 130 206 112', clay, 5),
    blade(153, 113, 54, 26, leaf),
    blade(115, 168, 40, -56, fresh),
    blade(122, 142, 40, 74, pale),
    blade(207, 113, 54, -26, clay),
    blade(245, 168, 40, 56, mix(clay, '#FFFFFF', 0.25)),
    blade(238, 142, 40, -74, mix(clay, '#FFFFFF', 0.42)),
  ],
  family: [
    pebble(clay, 0.15),
    inPebble(shape('M20 186C90 158 140 176 196 178C256 180 300 158 350 166V240H20Z', leaf, 0.36)),
    shape('M128 122L184 78L240 122V190A6 6 0 0 1 234 196H134A6 6 0 0 1 128 190Z', mix(clay, '#FFFFFF', 0.5)),
    stem('M116 130L184 76L252 130', clay, 9),
    shape('M168 134A16 16 0 0 1 200 134V160H168Z', light),
    stem('M184 119V160M168 140H200', clay, 3),
    stem('M282 198V150', leaf, 5),
    blade(282, 176, 60, 0, leaf),
    blade(282, 180, 38, 46, fresh),
    blade(282, 180, 38, -46, fresh),
    blade(92, 198, 34, -14, fresh),
    blade(96, 198, 26, 34, leaf),
  ],
  work: [
    pebble(leaf),
    inPebble(shape('M20 184H350V240H20Z', leaf, 0.42)),
    '<path d="M111 122L157 90L250 184H116Z" fill="url(#beam)"/>',
    stem('M96 182L80 130L120 86', sky, 5),
    `<path d="M-11 -10H11L28 28H-28Z" fill="${sky}" stroke="${sky}" stroke-width="5" stroke-linejoin="round" transform="translate(118 84) rotate(-35)"/>`,
    shape('M78 178H116A4 4 0 0 1 116 190H78A4 4 0 0 1 78 178Z', sky),
    shape('M216 122H284A6 6 0 0 1 290 128V184H210V128A6 6 0 0 1 216 122Z', mix(sky, '#FFFFFF', 0.55)),
    stem('M224 142H260M224 156H274', sky, 4),
    shape('M146 158H184V176A14 14 0 0 1 170 190H160A14 14 0 0 1 146 176Z', clay),
    stem('M184 164C198 162 198 182 182 180', clay, 4),
    stem('M158 148C154 140 164 136 160 128M172 148C168 140 178 136 174 128', mix(clay, '#FFFFFF', 0.35), 3),
  ],
  'self-care': [
    pebble(leaf),
    halo(180, 96, 82),
    inPebble(shape('M20 200C100 186 260 186 350 200V240H20Z', leaf, 0.26)),
    stem('M180 160V84', leaf, 5),
    blade(180, 96, 54, 0, leaf),
    blade(180, 126, 46, 52, fresh),
    blade(180, 126, 46, -52, fresh),
    blade(180, 148, 38, 72, pale),
    blade(180, 148, 38, -72, pale),
    shape('M138 154H222L212 198A8 8 0 0 1 204 204H156A8 8 0 0 1 148 198Z', clay),
    shape(
      'M132 148H228A5 5 0 0 1 233 153V160A5 5 0 0 1 228 165H132A5 5 0 0 1 127 160V153A5 5 0 0 1 132 148Z',
      mix(clay, '#FFFFFF', 0.2),
    ),
  ],
  'crisis-support': [
    pebble(leaf, 0.18),
    halo(206, 108, 84),
    inPebble(
      shape('M20 168C70 136 120 150 160 172C210 196 280 150 350 156V240H20Z', leaf, 0.32) +
        shape('M20 206C90 182 150 196 214 200C270 202 310 190 350 186V240H20Z', leaf, 0.6),
    ),
    stem('M140 202V66C140 54 150 50 162 50H206V66', mix(leaf, '#FFFFFF', 0.1), 6),
    shape('M190 66H222A4 4 0 0 1 226 70V76H186V70A4 4 0 0 1 190 66Z', clay),
    shape('M186 78C172 96 172 120 186 138H226C240 120 240 96 226 78Z', light),
    shape('M206 84C192 102 196 126 206 134C216 126 220 102 206 84Z', clay, 0.85),
    shape('M190 140H222L218 148H194Z', clay),
    blade(256, 200, 40, 18, leaf),
    blade(254, 200, 28, -34, fresh),
    blade(104, 202, 30, -16, fresh),
  ],
}

const definitions = [
  `<clipPath id="pebble"><path d="${pebblePath}"/></clipPath>`,
  `<radialGradient id="halo"><stop offset=".3" stop-color="${light}" stop-opacity=".7"/><stop offset="1" stop-color="${light}" stop-opacity="0"/></radialGradient>`,
  `<linearGradient id="beam" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${light}" stop-opacity=".8"/><stop offset="1" stop-color="${light}" stop-opacity=".1"/></linearGradient>`,
]

const topicSvg = (topic) => {
  const body = drawings[topic].join('')
  const used = definitions.filter((definition) => body.includes(`url(#${/id="(\w+)"/.exec(definition)[1]})`))
  const size = `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size}><defs>${used.join('')}</defs>${body}</svg>\n`
}

export async function writeTopics(folder) {
  await mkdir(folder, { recursive: true })
  for (const topic of Object.keys(drawings)) {
    const svg = topicSvg(topic)
    await writeFile(join(folder, `${topic}.svg`), svg)
    await writeFile(join(folder, `${topic}.png`), await palettedPng(svg, width, height, 160))
  }
}
