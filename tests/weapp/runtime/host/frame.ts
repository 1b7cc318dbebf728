import { app, boot, TABS, themed } from './boot'
import type { OpenPage } from './open-pages'

const NAVIGATION_BAR = 44
const TAB_BAR = 50

type FrameActions = { back(): void; tab(route: string): void }

const navigation = part('weapp-navigation', 'header')
const back = navigation.appendChild(document.createElement('button'))
const title = navigation.appendChild(document.createElement('b'))
const windowPart = part('weapp-window', 'main')
const tabBar = part('weapp-tab-bar', 'nav')

/** Draws what WeChat draws around a page: title bar, back arrow, tab bar. */
export function installFrame(actions: FrameActions): void {
  back.textContent = '‹'
  back.setAttribute('aria-label', '返回')
  back.onclick = actions.back
  for (const tab of app.tabBar?.list ?? []) {
    const button = tabBar.appendChild(document.createElement('button'))
    button.dataset.route = tab.pagePath
    button.setAttribute('role', 'tab')
    button.append(document.createElement('img'), tab.text)
    button.onclick = () => actions.tab(`/${tab.pagePath}`)
  }
}

export function drawFrame(page: OpenPage, canGoBack: boolean): void {
  const config = { ...app.window, ...(boot.configs[page.route] as Record<string, string> | undefined) }
  const isTab = TABS.includes(page.route)
  const isCustom = config.navigationStyle === 'custom'
  const top = isCustom ? 0 : boot.safeArea.top + NAVIGATION_BAR
  const bottom = isTab ? boot.safeArea.bottom + TAB_BAR : 0
  title.textContent = page.title ?? config.navigationBarTitleText ?? ''
  back.style.visibility = canGoBack ? 'visible' : 'hidden'
  navigation.hidden = isCustom
  navigation.style.cssText = `height:${NAVIGATION_BAR}px;padding-top:${boot.safeArea.top}px`
  navigation.style.background = themed(config.navigationBarBackgroundColor) ?? '#000'
  navigation.style.color = themed(config.navigationBarTextStyle) ?? 'white'
  windowPart.style.top = `${top}px`
  windowPart.style.bottom = `${bottom}px`
  windowPart.style.background = themed(config.backgroundColorContent) ?? ''
  windowPart.style.setProperty('--safe-area-inset-top', `${isCustom ? boot.safeArea.top : 0}px`)
  windowPart.style.setProperty('--safe-area-inset-bottom', `${isTab ? 0 : boot.safeArea.bottom}px`)
  tabBar.hidden = !isTab
  tabBar.style.height = `${TAB_BAR}px`
  tabBar.style.paddingBottom = `${boot.safeArea.bottom}px`
  tabBar.style.background = themed(app.tabBar?.backgroundColor) ?? '#fff'
  for (const button of tabBar.querySelectorAll('button')) drawTab(button, button.dataset.route === page.route)
}

/** The size of the part of the screen that belongs to the page. */
export function windowSize(): { width: number; height: number; top: number } {
  const box = windowPart.getBoundingClientRect()
  return { width: box.width, height: box.height, top: box.top }
}

function drawTab(button: HTMLButtonElement, isSelected: boolean): void {
  const tab = app.tabBar?.list.find((item) => item.pagePath === button.dataset.route)
  const icon = button.querySelector('img')
  const file = themed(isSelected ? tab?.selectedIconPath : tab?.iconPath)
  if (icon) icon.hidden = file === undefined
  if (icon && file && icon.getAttribute('src') !== `/${file}`) icon.src = `/${file}`
  button.setAttribute('aria-selected', String(isSelected))
  button.style.color = themed(isSelected ? app.tabBar?.selectedColor : app.tabBar?.color) ?? ''
}

function part(id: string, tag: string): HTMLElement {
  const element = document.createElement(tag)
  element.id = id
  document.body.append(element)
  return element
}
