/** Two low notes, a third apart: heard across a desk, and no alarm. */
const NOTES = [523.25, 659.25] as const
const NOTE_S = 0.45
const LOUD = 0.25

let context: AudioContext | null = null

/** Only after somebody touched the page: before that a browser lets nothing sound. */
export const wake = () => {
  context ??= new AudioContext()
  context.resume()
}

export const ring = () => {
  if (!context) return
  const start = context.currentTime
  for (const [nth, pitch] of NOTES.entries()) {
    const tone = context.createOscillator()
    const volume = context.createGain()
    const at = start + nth * NOTE_S * 0.7
    tone.frequency.value = pitch
    volume.gain.setValueAtTime(0, at)
    volume.gain.linearRampToValueAtTime(LOUD, at + 0.03)
    volume.gain.exponentialRampToValueAtTime(0.001, at + NOTE_S)
    tone.connect(volume).connect(context.destination)
    tone.start(at)
    tone.stop(at + NOTE_S)
  }
}
