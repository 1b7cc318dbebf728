import type { Page } from 'playwright-core'

/** How people hold the app: the size of the phone, of the words, and the colours. */
export const phoneLooks = [
  { width: 360, height: 740, large: false, shade: 'light' },
  { width: 390, height: 844, large: true, shade: 'dark' },
  { width: 360, height: 740, large: true, shade: 'light' },
  { width: 390, height: 844, large: false, shade: 'dark' },
] as const

/** The narrowest, and the largest and darkest: what fits and can be read there can everywhere. */
export const extremeLooks = phoneLooks.slice(0, 2)

/** 88 rpx of the design's 750 on a phone of 375 CSS px. */
const TOUCH = 44

/** Whatever is wider than the screen, cut, or too small for a thumb on the page in sight; empty when nothing is. */
export const faultsOfLayout = (page: Page): Promise<string[]> =>
  page.evaluate((touch) => {
    const named = (element: Element) =>
      `${element.className || element.tagName} «${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 24)}»`
    const inSight = [...document.querySelectorAll('#app *')].filter((element) => element.checkVisibility())
    const faults: string[] = []

    const { scrollWidth } = document.documentElement
    if (scrollWidth > innerWidth) faults.push(`the page is ${scrollWidth} wide on a screen of ${innerWidth}`)

    const saysSomething = (element: Element) =>
      [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim())
    for (const element of inSight.filter(saysSomething)) {
      const range = document.createRange()
      range.selectNodeContents(element)
      const text = range.getBoundingClientRect()
      for (let box: Element | null = element; box && box.id !== 'app'; box = box.parentElement) {
        const { overflowX, overflowY } = getComputedStyle(box)
        const { left, right, top, bottom } = box.getBoundingClientRect()
        const cutAside = overflowX === 'hidden' || overflowX === 'clip'
        const cutBelow = overflowY === 'hidden' || overflowY === 'clip'
        if (cutAside && (text.right > right + 1 || text.left < left - 1))
          faults.push(`cut at the side: ${named(element)}`)
        if (cutBelow && (text.bottom > bottom + 1 || text.top < top - 1)) faults.push(`cut below: ${named(element)}`)
        // What lies outside a place that scrolls can be scrolled to.
        if (/auto|scroll/.test(overflowX + overflowY)) break
      }
      const beyond = text.right > innerWidth + 1 || text.left < -1
      if (beyond && !element.closest('.chips, .slots__days')) faults.push(`beyond the screen: ${named(element)}`)
    }

    // Smaller phones have a smaller thumb's width of the design: it is measured at 375.
    const least = (touch * Math.min(innerWidth, 375)) / 375 - 0.5
    const targets = '[role=button], [role=link], [role=switch], [role=radio], [role=tab], input, textarea'
    for (const element of inSight.filter((one) => one.matches(targets))) {
      const { width, height } = element.getBoundingClientRect()
      // A link within a sentence is as high as its line.
      const inText = element.matches('[role=link]') && getComputedStyle(element).display === 'inline'
      if (!inText && (height < least || width < least))
        faults.push(`too small to touch, ${width.toFixed(0)} × ${height.toFixed(0)}: ${named(element)}`)
    }
    return faults
  }, TOUCH)

type Axe = { run: (options: object) => Promise<{ violations: Violation[] }> }
type Violation = { id: string; impact: string | null; nodes: { target: unknown[]; failureSummary?: string }[] }

/**
 * What axe finds serious or critical; needs `withAxe` before the page was opened. A button on its way from pale to dark has a
 * colour that nobody reads: what is found is looked for once more when everything has come to rest.
 */
export const findings = async (page: Page): Promise<string[]> => {
  const first = await seriousOn(page)
  return first.length > 0 ? seriousOn(page) : first
}

const seriousOn = async (page: Page): Promise<string[]> => {
  const violations = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: Axe }
    const frame = () => new Promise((painted) => requestAnimationFrame(painted))
    await frame()
    await frame()
    const ending = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
    await Promise.allSettled(ending.map(({ finished }) => finished))
    return (await axe.run({ resultTypes: ['violations'] })).violations
  })
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')} ${failureSummary}`),
    )
}
