import { rasterise, run } from './programs.mjs'

/** The best JPEG that stays within `limit` bytes. */
export async function jpegWithin(svg, width, height, limit) {
  const png = await rasterise(svg, width, height)
  for (let quality = 2; quality <= 12; quality += 1) {
    const { out } = await run(
      'ffmpeg',
      [
        ...['-v', 'error'],
        ...['-f', 'image2pipe', '-c:v', 'png', '-i', 'pipe:0', '-frames:v', '1'],
        ...['-vf', 'scale=out_range=full,format=yuvj420p', '-c:v', 'mjpeg', '-q:v', `${quality}`],
        ...['-fflags', '+bitexact', '-flags:v', '+bitexact', '-f', 'image2pipe', 'pipe:1'],
      ],
      png,
    )
    if (out.length <= limit) return out
  }
  throw new Error(`A ${width}x${height} picture does not fit ${limit} bytes.`)
}
