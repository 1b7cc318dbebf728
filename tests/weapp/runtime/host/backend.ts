import * as glassEasel from 'glass-easel'
import { ELEMENT_OF_TAG } from '../built-in-tags'
import { lengthsForBrowser } from '../lengths'
import { boot } from './boot'
import { consentingAnswer } from './open-types'

type Fire = (target: glassEasel.Element, type: string, detail: unknown, options: Record<string, unknown>) => unknown
type WithNode = { __wxElement?: glassEasel.Element }

const KNOWN_ELEMENTS = new Set([
  ...Object.values(ELEMENT_OF_TAG),
  'page',
  ...Object.values(boot.configs).flatMap((config) => Object.keys((config.usingComponents as object) ?? {})),
])
/** Events the browser itself speaks; every other event of a built-in component arrives as a CustomEvent. */
const NATIVE_EVENTS = /^(touch|animation|transition)/
const TOLD_BY_FRAMEWORK = ['tap', 'canceltap', 'longpress', 'longtap']

/** The browser's document as the component framework's screen. */
export class BrowserScreen extends glassEasel.CurrentWindowBackendContext {
  private fire: Fire | undefined
  private readonly heard = new WeakMap<object, Set<string>>()

  constructor() {
    super()
    this.document = {
      createElement: createElement as never,
      createTextNode: (text: string) => document.createTextNode(text) as never,
      createDocumentFragment: () => document.createDocumentFragment() as never,
    }
  }

  override onEvent(listener: Parameters<glassEasel.CurrentWindowBackendContext['onEvent']>[0]): void {
    super.onEvent(listener)
    this.fire = listener as Fire
  }

  override setListenerStats(element: unknown, type: string): void {
    if (!(element instanceof EventTarget) || TOLD_BY_FRAMEWORK.includes(type)) return
    const types = this.heard.get(element) ?? new Set<string>()
    if (types.has(type)) return
    this.heard.set(element, types.add(type))
    element.addEventListener(type, (event) => {
      const told = event as Event & { __told?: true }
      const isCustom = event instanceof CustomEvent
      if (told.__told || !(isCustom || NATIVE_EVENTS.test(type))) return
      told.__told = true
      let at = event.target as (Node & WithNode) | null
      while (at && !at.__wxElement) at = at.parentNode
      if (!at?.__wxElement) return
      this.fire?.(at.__wxElement, type, isCustom ? (event.detail ?? {}) : {}, {
        originalEvent: event,
        bubbles: event.bubbles,
        composed: event.composed,
        capturePhase: true,
        extraFields: event instanceof TouchEvent ? touchFields(event) : undefined,
      })
    })
  }
}

/** Hands what happens on the screen to the framework's own event system. */
export function connectEvents(screen: BrowserScreen): void {
  screen.onEvent((target, type, detail, options) => {
    if (type === 'tap') consentingAnswer(target)
    const event = new glassEasel.Event(type, detail, options)
    glassEasel.Event.dispatchEvent(target, event)
    return event.getEventBubbleStatus()
  })
}

function createElement(tag: string): HTMLElement {
  if (!KNOWN_ELEMENTS.has(tag)) void window.__weappFault(`unknown tag <${tag}>: WeChat draws nothing for it`)
  const element = document.createElement(tag)
  const set = element.setAttribute.bind(element)
  element.setAttribute = (name, value) => set(name, name === 'style' ? lengthsForBrowser(value) : value)
  // The framework prefixes ids with the owning component; selectors written for WeChat do not.
  Object.defineProperty(element, 'id', {
    configurable: true,
    get: () => element.getAttribute('id') ?? '',
    set: (value: string) => set('id', value.replace(/^.*?--/, '')),
  })
  return element
}

function touchFields(event: TouchEvent): Record<string, unknown> {
  return { touches: touchList(event.touches), changedTouches: touchList(event.changedTouches) }
}

function touchList(touches: TouchList) {
  return [...touches].map((touch) => {
    const box = (touch.target as Element).getBoundingClientRect()
    return {
      identifier: touch.identifier,
      pageX: touch.pageX,
      pageY: touch.pageY,
      clientX: touch.clientX,
      clientY: touch.clientY,
      x: touch.clientX - box.left,
      y: touch.clientY - box.top,
    }
  })
}
