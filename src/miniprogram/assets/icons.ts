// Written by scripts/media.mjs from scripts/media/icons/ui.
const shapes = {
  back: '<path d="m14.5 5-7 7 7 7"/>',
  'chevron-right': '<path d="m9.5 6 6 6-6 6"/>',
  clock: '<circle cx="12" cy="12" r="8"/><path d="M12 7.5V12l3 2"/>',
  'download-off':
    '<path d="M9.3 6.3A5.5 5.5 0 0 1 17.4 10 4 4 0 0 1 19.7 16.7M16 18H7a4.2 4.2 0 0 1-.8-8.3M4.5 4.5l15 15"/>',
  eye: '<path d="M2.8 12S6 5.8 12 5.8 21.2 12 21.2 12 18 18.2 12 18.2 2.8 12 2.8 12Z"/><circle cx="12" cy="12" r="2.8"/>',
  'heart-filled':
    '<path fill="currentColor" d="M12 19.5C6.5 15.8 4 12.8 4 9.5 4 7 5.9 5.2 8.2 5.2c1.6 0 3 .8 3.8 2.2.8-1.4 2.2-2.2 3.8-2.2C18.1 5.2 20 7 20 9.5c0 3.3-2.5 6.3-8 10Z"/>',
  heart:
    '<path d="M12 19.5C6.5 15.8 4 12.8 4 9.5 4 7 5.9 5.2 8.2 5.2c1.6 0 3 .8 3.8 2.2.8-1.4 2.2-2.2 3.8-2.2C18.1 5.2 20 7 20 9.5c0 3.3-2.5 6.3-8 10Z"/>',
  leaf: '<path d="M5 19c-1-8 3.5-13.5 14.5-14C20 15.5 14 20.2 6.5 17.5M5 20.5c1-4.5 4-8 8.5-10"/>',
  lock: '<rect x="5" y="10.5" width="14" height="9.5" rx="2.5"/><path d="M8 10.5V8a4 4 0 0 1 8 0v2.5m-4 3.5v2.5"/>',
  moon: '<path d="M19.5 14.2A8 8 0 0 1 9.8 4.5a8 8 0 1 0 9.7 9.7Z"/>',
  pause: '<path stroke-width="3.4" d="M8.5 6.5v11m7-11v11"/>',
  phone:
    '<path d="M6 4.5h3l1.5 4-2 1.5c1 2.3 3 4.3 5.5 5.5l1.5-2 4 1.5v3c0 .8-.7 1.5-1.5 1.5C10.8 19 5 13.2 4.5 6c0-.8.7-1.5 1.5-1.5Z"/>',
  play: '<path fill="currentColor" d="M8 5.5v13l10.5-6.5Z"/>',
  'text-size': '<path d="M3.5 19 9 5l5.5 14m-9-4.5h7M15.5 19l2.7-7 2.8 7m-4.6-2.2h3.7"/>',
  tick: '<path d="m5 12.5 4.5 4.5L19 7.5"/>',
}

export type IconName = keyof typeof shapes

/** An address for `<Image src>`: the icon drawn in this colour, sharp up to 96 px and shown alike on both platforms. */
export const icon = (name: IconName, colour: string): string => {
  const line = 'fill="none" stroke="currentColor" stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round"'
  const size = 'width="96" height="96" viewBox="0 0 24 24"'
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" ${size} color="${colour}" ${line}>${shapes[name]}</svg>`
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}
