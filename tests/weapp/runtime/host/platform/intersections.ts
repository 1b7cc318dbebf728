import { topPage } from '../open-pages'
import { all, dataset, first } from './queries'

type Margins = { top?: number; right?: number; bottom?: number; left?: number }
type Options = { thresholds?: number[]; initialRatio?: number; observeAll?: boolean }
type Seen = {
  id: string
  dataset: unknown
  intersectionRatio: number
  intersectionRect: DOMRectReadOnly
  boundingClientRect: DOMRectReadOnly
  relativeRect: DOMRectReadOnly | null
  time: number
}

/** `wx.createIntersectionObserver` over the page on top, with margins of which any side may be missing. */
export function createIntersectionObserver(_owner?: object, options: Options = {}) {
  const { thresholds = [0], initialRatio = 0, observeAll = false } = options
  let root: () => HTMLElement | null = () => topPage()?.element ?? null
  let margins: Margins = {}
  let observer: IntersectionObserver | undefined
  const observing = {
    relativeTo: (selector: string, given: Margins = {}) => {
      root = () => first(selector)
      margins = given
      return observing
    },
    relativeToViewport: (given: Margins = {}) => {
      margins = given
      return observing
    },
    observe: (selector: string, callback: (seen: Seen) => void) => {
      const started = new Set<Element>()
      const { top = 0, right = 0, bottom = 0, left = 0 } = margins
      observer = new IntersectionObserver(
        (entries) => {
          for (const entry of entries) {
            const isFirst = !started.has(entry.target)
            started.add(entry.target)
            // A browser tells where everything stands at the start; WeChat only what differs from initialRatio.
            if (!isFirst || entry.intersectionRatio !== initialRatio) callback(told(entry))
          }
        },
        { root: root(), rootMargin: `${top}px ${right}px ${bottom}px ${left}px`, threshold: thresholds },
      )
      for (const element of observeAll ? all(selector) : all(selector).slice(0, 1)) observer.observe(element)
    },
    disconnect: () => observer?.disconnect(),
  }
  return observing
}

function told(entry: IntersectionObserverEntry): Seen {
  return {
    id: entry.target.id,
    dataset: dataset(entry.target as HTMLElement),
    intersectionRatio: entry.intersectionRatio,
    intersectionRect: entry.intersectionRect,
    boundingClientRect: entry.boundingClientRect,
    relativeRect: entry.rootBounds,
    time: entry.time,
  }
}
