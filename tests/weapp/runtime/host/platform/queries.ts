import { windowSize } from '../frame'
import { topPage } from '../open-pages'

type Fields = {
  id?: boolean
  dataset?: boolean
  rect?: boolean
  size?: boolean
  scrollOffset?: boolean
  node?: boolean
  context?: boolean
  properties?: string[]
  computedStyle?: string[]
}
type Callback = (result: unknown) => void
type Owner = { _$?: { getShadowRoot?(): unknown } }

const RECT: Fields = { id: true, dataset: true, rect: true, size: true }

/** `wx.createSelectorQuery` over the page on top, with `node` for canvases, which the framework's own lacks. */
export function createSelectorQuery() {
  const asked: { read: () => unknown; callback?: Callback }[] = []
  const query = {
    in: (_owner: Owner) => query,
    select: (selector: string) => reference(() => first(selector)),
    selectAll: (selector: string) => reference(() => all(selector)),
    selectViewport: () => reference(() => topPage()?.element ?? null),
    exec: (callback?: (results: unknown[]) => void) => {
      requestAnimationFrame(() => {
        const results = asked.map(({ read }) => read())
        for (const [index, { callback }] of asked.entries()) callback?.(results[index])
        callback?.(results)
      })
    },
  }
  const reference = (find: () => HTMLElement | HTMLElement[] | null) => {
    const ask = (fields: Fields) => (callback?: Callback) => {
      asked.push({ read: () => measured(find(), fields), callback })
      return query
    }
    return {
      fields: (fields: Fields, callback?: Callback) => ask(fields)(callback),
      boundingClientRect: ask(RECT),
      scrollOffset: ask({ id: true, dataset: true, scrollOffset: true }),
      node: ask({ node: true }),
      context: ask({ context: true }),
    }
  }
  return query
}

export function first(selector: string): HTMLElement | null {
  return topPage()?.element.querySelector<HTMLElement>(selector) ?? null
}

export function all(selector: string): HTMLElement[] {
  return [...(topPage()?.element.querySelectorAll<HTMLElement>(selector) ?? [])]
}

function measured(found: HTMLElement | HTMLElement[] | null, fields: Fields): unknown {
  if (Array.isArray(found)) return found.map((element) => measure(element, fields))
  return found && measure(found, fields)
}

function measure(element: HTMLElement, fields: Fields): Record<string, unknown> {
  const { left, right, top, bottom, width, height } = element.getBoundingClientRect()
  const above = windowSize().top
  const style = getComputedStyle(element)
  return {
    ...(fields.id && { id: element.id }),
    ...(fields.dataset && { dataset: dataset(element) }),
    ...(fields.rect && { left, right, top: top - above, bottom: bottom - above }),
    ...(fields.size && { width, height }),
    ...(fields.scrollOffset && { scrollLeft: element.scrollLeft, scrollTop: element.scrollTop }),
    ...(fields.node && { node: canvasNode(element) }),
    ...(fields.context && { context: element }),
    ...Object.fromEntries((fields.properties ?? []).map((name) => [name, element.getAttribute(name)])),
    ...Object.fromEntries((fields.computedStyle ?? []).map((name) => [name, style.getPropertyValue(name)])),
  }
}

export function dataset(element: HTMLElement): unknown {
  return (element as unknown as { __wxElement?: { dataset?: unknown } }).__wxElement?.dataset ?? {}
}

/** A canvas of type 2d as WeChat hands it out: it makes its own images and asks for its own frames. */
function canvasNode(element: HTMLElement): HTMLElement {
  return Object.assign(element, {
    createImage: () => new Image(),
    requestAnimationFrame: (callback: FrameRequestCallback) => window.requestAnimationFrame(callback),
    cancelAnimationFrame: (handle: number) => window.cancelAnimationFrame(handle),
  })
}
