import { rasterise, run } from './programs.mjs'

// A grain too fine to see keeps wide gradients from falling into steps.
const smooth = 'noise=all_seed=7:alls=2,scale=out_range=full,format=yuvj444p'

/** The best JPEG that stays within `limit` bytes. */
export async function jpegWithin(svg, width, height, limit) {
  const png = await rasterise(svg, width, height)
  for (let quality = 1; quality <= 12; quality += 1) {
    const { out } = await run(
      'ffmpeg',
      [
        ...['-v', 'error'],
        ...['-f', 'image2pipe', '-c:v', 'png', '-i', 'pipe:0', '-frames:v', '1'],
        ...['-vf', smooth, '-c:v', 'mjpeg', '-qmin', '1', '-q:v', `${quality}`],
        ...['-fflags', '+bitexact', '-flags:v', '+bitexact', '-f', 'image2pipe', 'pipe:1'],
      ],
      png,
    )
    if (out.length <= limit) return out
  }
  throw new Error(`A ${width}x${height} picture does not fit ${limit} bytes.`)
}
