import { clay, ink, leaf, leafSoft, light, mix, paper } from './palette.mjs'

const between = (from, to, share) => from + (to - from) * share
const px = (value) => value.toFixed(1)
const warm = (tight) => mix(mix(clay, paper, 0.42), clay, tight)

const fingers = [
  { x: -44, reach: 96, lean: -15 },
  { x: -15, reach: 116, lean: -5 },
  { x: 15, reach: 110, lean: 5 },
  { x: 44, reach: 88, lean: 15 },
]

function hand(x, turned, tight) {
  const colour = warm(tight)
  const thumbColour = mix(colour, ink, 0.13 * tight)
  const bars = fingers.map((finger) => {
    const reach = between(finger.reach, 26, tight)
    const lean = between(finger.lean, 0, tight)
    return `<line x1="${finger.x}" y1="-26" x2="${finger.x}" y2="${px(-26 - reach)}" stroke="${colour}" stroke-width="27" stroke-linecap="round" transform="rotate(${px(lean)} ${finger.x} -26)"/>`
  })
  const thumb = { x: between(112, -8, tight), y: between(-38, 8, tight) }
  return [
    `<g transform="translate(${x} 326) scale(${turned} 1)">`,
    `<rect x="-38" y="40" width="76" height="190" rx="30" fill="${colour}"/>`,
    ...bars,
    `<rect x="-59" y="-48" width="118" height="122" rx="46" fill="${colour}"/>`,
    `<path d="M${px(between(46, 36, tight))} ${px(between(36, 24, tight))} Q${px(between(76, 30, tight))} ${px(between(20, 10, tight))} ${px(thumb.x)} ${px(thumb.y)}" fill="none" stroke="${thumbColour}" stroke-width="28" stroke-linecap="round"/>`,
    '</g>',
  ].join('')
}

const hands = (tight) => hand(262, -1, tight) + hand(458, 1, tight)

/** A person from behind: a round head and shoulders that rise or rest. */
function shoulders(tight) {
  const lift = -64 * tight
  const y = (resting, share = 1) => px(resting + lift * share)
  const colour = mix(leaf, paper, between(0.3, 0.12, tight))
  return [
    `<path d="M172 580 L172 ${y(462)} C172 ${y(400)} 200 ${y(376)} 250 ${y(358)} C298 ${y(340, 0.7)} 322 ${y(318, 0.3)} 322 268 L398 268 C398 ${y(318, 0.3)} 422 ${y(340, 0.7)} 470 ${y(358)} C520 ${y(376)} 548 ${y(400)} 548 ${y(462)} L548 580 Z" fill="${colour}"/>`,
    `<ellipse cx="360" cy="${px(206 + 5 * tight)}" rx="72" ry="80" fill="${warm(tight * 0.35)}"/>`,
  ].join('')
}

/** Brow and jaw without a face: five threads, drawn together, then lying flat. */
function threads(tight) {
  const rows = [-2, -1, 0, 1, 2].map((row) => {
    const y = 300 + row * between(56, 27, tight)
    const half = between(168 - Math.abs(row) * 22, 104 - Math.abs(row) * 6, tight)
    const points = []
    for (let step = 0; step <= 60; step += 1) {
      const across = step / 30 - 1
      const calm = between(6, 15, tight) * Math.cos((across * Math.PI) / 2)
      const wave = Math.sin(across * Math.PI * between(1, 4.5, tight) + row * between(0.5, 1.4, tight))
      points.push(`${px(360 + across * half)} ${px(y + calm * wave)}`)
    }
    const colour = row === 0 ? warm(tight) : mix(leaf, paper, 0.1 + Math.abs(row) * 0.14)
    return `<polyline points="${points.join(' ')}" fill="none" stroke="${colour}" stroke-width="13" stroke-linecap="round" stroke-linejoin="round"/>`
  })
  return rows.join('')
}

/** The whole person, seated and seen from behind, drawn in and then settled. */
function wholeBody(tight) {
  const wide = between(1, 0.84, tight)
  const rings = [150, 196].map(
    (radius) =>
      `<circle cx="360" cy="308" r="${px(radius * between(1, 0.7, tight))}" fill="${light}" fill-opacity="${between(0.42, 0.2, tight).toFixed(2)}"/>`,
  )
  const body = mix(leaf, paper, between(0.26, 0.1, tight))
  return [
    ...rings,
    `<g transform="translate(360 450) scale(${wide.toFixed(3)} ${between(1, 0.95, tight).toFixed(3)})">`,
    `<path d="M-168 10 C-176 -34 -120 -46 -78 -52 L78 -52 C120 -46 176 -34 168 10 C160 34 90 30 0 30 C-90 30 -160 34 -168 10 Z" fill="${mix(body, leaf, 0.35)}"/>`,
    `<path d="M-92 -30 C-104 -110 -116 ${px(-176 - 14 * tight)} -60 ${px(-196 - 13 * tight)} C-30 -206 -22 -212 -22 -236 L22 -236 C22 -212 30 -206 60 ${px(-196 - 13 * tight)} C116 ${px(-176 - 14 * tight)} 104 -110 92 -30 C60 -10 -60 -10 -92 -30 Z" fill="${body}"/>`,
    `<ellipse cx="0" cy="-266" rx="46" ry="52" fill="${warm(tight * 0.35)}"/>`,
    '</g>',
  ].join('')
}

const parts = { hands, shoulders, threads, wholeBody }

/** One part of the body in its round window; the window widens as the part lets go. */
export function muscleWindow({ part, tight, shown = 1, dots = '' }) {
  const radius = between(236, 210, tight)
  return [
    `<defs><clipPath id="window"><circle cx="360" cy="304" r="${px(radius)}"/></clipPath></defs>`,
    `<rect width="720" height="720" fill="${paper}"/>`,
    `<circle cx="360" cy="304" r="${px(radius * 1.08)}" fill="${leaf}" fill-opacity=".07"/>`,
    `<circle cx="360" cy="304" r="${px(radius)}" fill="${mix(leafSoft, mix(light, paper, 0.45), tight)}"/>`,
    `<g clip-path="url(#window)" opacity="${shown.toFixed(2)}">${parts[part](tight)}</g>`,
    dots,
  ].join('')
}
