/** Lengths as WeChat measures them: by the window, which is the screen without title bar and tab bar. */
export function lengthsForBrowser(value: string): string {
  return value
    .replace(/(-?[\d.]+)rpx\b/g, 'calc($1 * 100cqw / 750)')
    .replace(/(-?[\d.]+)vh\b/g, '$1cqh')
    .replace(/(-?[\d.]+)vw\b/g, '$1cqw')
    .replace(/\b(?:env|constant)\(\s*safe-area-inset-(\w+)/g, 'var(--safe-area-inset-$1')
}
