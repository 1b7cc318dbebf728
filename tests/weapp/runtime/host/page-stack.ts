import { PAGES, TABS } from './boot'
import { createRoot, define } from './code-space'
import { drawFrame } from './frame'
import { load } from './modules'
import { type OpenPage, type PageInstance, stack, topPage } from './open-pages'
import { parseAddress } from './paths'
import { createIntersectionObserver } from './platform/intersections'
import { createSelectorQuery } from './platform/queries'
import { refusal } from './platform/settle'
import { wearStyles } from './styles'

/** WeChat keeps at most ten pages on the stack. */
const DEEPEST = 10

/** Tab pages stay alive behind each other until the app is launched anew. */
const tabPages = new Map<string, OpenPage>()

export function navigateTo(address: string): void {
  const { route, query } = wanted('navigateTo', address)
  if (TABS.includes(route)) throw refusal('navigateTo:fail can not navigateTo a tabbar page')
  if (stack.length >= DEEPEST) throw refusal('navigateTo:fail webview count limit exceed')
  hideTop()
  open(route, query)
}

export function redirectTo(address: string): void {
  const { route, query } = wanted('redirectTo', address)
  if (TABS.includes(route)) throw refusal('redirectTo:fail can not redirectTo a tabbar page')
  closeTop()
  open(route, query)
}

export function navigateBack(delta: number): void {
  if (stack.length === 1) throw refusal('navigateBack:fail cannot navigate back at first page')
  for (let left = Math.min(delta, stack.length - 1); left > 0; left--) closeTop()
  showTop()
}

export function switchTab(address: string): void {
  const { route } = wanted('switchTab', address)
  if (!TABS.includes(route)) throw refusal('switchTab:fail can not switch to no-tabBar page')
  if (topPage()?.route === route) return
  while (stack.length && !TABS.includes(topPage()?.route ?? '')) closeTop()
  const kept = tabPages.get(route)
  if (topPage() !== kept) {
    hideTop()
    stack.length = 0
    if (kept) stack.push(kept)
  }
  if (kept) showTop()
  else open(route, {})
}

export function reLaunch(address: string): void {
  const { route, query } = wanted('reLaunch', address)
  while (stack.length) closeTop()
  for (const kept of tabPages.values()) close(kept)
  tabPages.clear()
  open(route, query)
}

export function setTitle(title: string): void {
  const top = topPage()
  if (!top) return
  top.title = title
  drawFrame(top, stack.length > 1)
}

export function redrawFrame(): void {
  const top = topPage()
  if (top) drawFrame(top, stack.length > 1)
}

function wanted(api: string, address: string) {
  const from = topPage()?.route
  const parsed = parseAddress(address, from)
  if (!PAGES.includes(parsed.route)) throw refusal(`${api}:fail page "${parsed.route}" is not found`)
  return parsed
}

function open(route: string, query: Record<string, string>): void {
  define(route, load)
  const root = createRoot(route)
  const element = document.createElement('weapp-page')
  const placeholder = element.appendChild(document.createElement('span'))
  document.getElementById('weapp-window')?.append(element)
  const instance = root.get() as unknown as PageInstance
  Object.assign(instance, {
    route,
    __route__: route,
    options: query,
    createSelectorQuery,
    createIntersectionObserver: (options?: object) => createIntersectionObserver(instance, options),
  })
  const page = { route, instance, element, title: undefined, release: () => root.release() }
  stack.push(page)
  if (TABS.includes(route)) tabPages.set(route, page)
  wearStyles(route)
  drawFrame(page, stack.length > 1)
  listenToScroll(page)
  root.attach(element as never, placeholder as never)
  instance.onLoad?.(query)
  instance.onShow?.()
  requestAnimationFrame(() => instance.onReady?.())
}

function hideTop(): void {
  const top = topPage()
  if (!top || top.element.hidden) return
  top.element.hidden = true
  top.instance.onHide?.()
}

function showTop(): void {
  const top = topPage()
  if (!top) return
  top.element.hidden = false
  wearStyles(top.route)
  drawFrame(top, stack.length > 1)
  top.instance.onShow?.()
}

function closeTop(): void {
  const page = stack.pop()
  if (!page) return
  tabPages.delete(page.route)
  close(page)
}

function close(page: OpenPage): void {
  page.instance.onUnload?.()
  page.release()
  page.element.remove()
}

function listenToScroll(page: OpenPage): void {
  let wasAtBottom = false
  page.element.addEventListener('scroll', () => {
    const { scrollTop, scrollHeight, clientHeight } = page.element
    page.instance.onPageScroll?.({ scrollTop })
    const isAtBottom = scrollTop + clientHeight >= scrollHeight - 50
    if (isAtBottom && !wasAtBottom) page.instance.onReachBottom?.()
    wasAtBottom = isAtBottom
  })
}
