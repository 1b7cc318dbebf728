import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { breathingWithLight, breaths, lightOf } from './media/breathing-with-light.mjs'
import { frameSvg, side, webVtt, writeFilm, writeSound } from './media/film.mjs'
import { writeIconModule, writeTabIcons } from './media/icons.mjs'
import { jpegWithin } from './media/jpeg.mjs'
import { describe } from './media/manifest.mjs'
import { markSvg } from './media/mark.mjs'
import { muscleWindow } from './media/muscles.mjs'
import { palettedPng } from './media/paletted-png.mjs'
import { requirePrograms } from './media/programs.mjs'
import { deskLight, hillsMorning, sceneHeight, sceneWidth } from './media/scenes.mjs'
import { holds, shouldersAndHands } from './media/shoulders-and-hands.mjs'
import { wavAt } from './media/sound.mjs'
import { breathSound, eveningSound, rainSound, relaxationSound } from './media/soundtracks.mjs'
import { writeTopics } from './media/topics.mjs'
import { inRoot } from './root.mjs'

const seed = inRoot('src/server/seed/media')
const assets = inRoot('src/miniprogram/assets')
const gentle = -24 // LUFS; speech on a phone is commonly near -16, this is to lie under it
const kilobyte = 1000

const film = (name, scene, sound) => [
  {
    file: `${name}.mp4`,
    limit: 1500 * kilobyte,
    write: async (path) => writeFilm(path, scene, await wavAt(sound(), gentle)),
  },
  { file: `${name}.vtt`, limit: 4 * kilobyte, write: (path) => writeFile(path, webVtt(scene.captions)) },
]
const sound = (file, limit, kilobits, make) => ({
  file,
  limit,
  write: async (path) => writeSound(path, await wavAt(make(), gentle), kilobits),
})
const picture = (file, svg, width, height, limit, alt) => ({
  file,
  limit,
  alt,
  write: async (path) => writeFile(path, await jpegWithin(svg, width, height, limit)),
})

const seedMedia = [
  ...film('breathing-with-light', breathingWithLight, () =>
    breathSound({ seconds: breathingWithLight.seconds, breaths }),
  ),
  picture(
    'breathing-with-light.jpg',
    frameSvg(lightOf(0.86)),
    ...[side, side, 60 * kilobyte, '米白底上的一团柔光，外面有两圈淡绿色光晕'],
  ),
  ...film('shoulders-and-hands', shouldersAndHands, () =>
    relaxationSound({ seconds: shouldersAndHands.seconds, holds }),
  ),
  picture(
    'shoulders-and-hands.jpg',
    frameSvg(muscleWindow({ part: 'hands', tight: 0 })),
    ...[side, side, 60 * kilobyte, '浅绿色圆窗里，两只松开的手'],
  ),
  sound('rain-breathing.m4a', 900 * kilobyte, 72, () => rainSound({ seconds: 90, firstBreathAt: 4, breaths: 8 })),
  sound('evening-quiet.m4a', 1100 * kilobyte, 68, () => eveningSound({ seconds: 120 })),
  picture(
    'hills-morning.jpg',
    hillsMorning,
    ...[sceneWidth, sceneHeight, 80 * kilobyte, '清晨的远山层层变淡，太阳刚刚升起，近处有几枝绿叶'],
  ),
  picture(
    'desk-light.jpg',
    deskLight,
    ...[sceneWidth, sceneHeight, 80 * kilobyte, '窗边的书桌上有一盆绿植、一本翻开的本子和一杯热茶，光斜照进来'],
  ),
]

async function main() {
  const [only] = process.argv.slice(2)
  await requirePrograms()
  await mkdir(seed, { recursive: true })
  await mkdir(assets, { recursive: true })
  await writeTabIcons(join(assets, 'tabs'))
  await writeIconModule(join(assets, 'icons.ts'))
  await writeTopics(join(assets, 'topics'))
  await writeFile(join(assets, 'mark.png'), await palettedPng(markSvg, 160, 160, 64))
  await writeFile(inRoot('src/admin/public/favicon.svg'), markSvg)
  const manifest = []
  const fresh = await mkdtemp(join(tmpdir(), 'media-'))
  try {
    for (const medium of seedMedia) {
      const wanted = !only || medium.file.includes(only)
      if (wanted) await medium.write(join(fresh, medium.file))
      const described = await describe(wanted ? fresh : seed, medium)
      // Only a whole file within its limit takes the place of the one that is there.
      if (wanted) await copyFile(join(fresh, medium.file), join(seed, medium.file))
      console.log(`${described.file}  ${described.bytes} bytes${described.seconds ? `, ${described.seconds} s` : ''}`)
      manifest.push(described)
    }
  } finally {
    await rm(fresh, { recursive: true })
  }
  await writeFile(join(seed, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`)
}

try {
  await main()
} catch (error) {
  console.error(error.missing ? error.message : error)
  process.exitCode = 1
}
