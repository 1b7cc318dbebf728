import { boot } from './boot'
import { currentScope } from './code-space'
import { pathFrom } from './paths'

/** What a browser offers and WeChat's logic layer does not: an app that reaches for one of these must fail here too. */
const HIDDEN = [
  ...['window', 'document', 'location', 'navigator', 'history', 'screen', 'self', 'top', 'parent', 'frames'],
  ...['localStorage', 'sessionStorage', 'indexedDB', 'caches', 'crypto', 'performance'],
  ...['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'Headers', 'Request', 'Response', 'FormData'],
  ...['URL', 'URLSearchParams', 'Blob', 'File', 'FileReader', 'TextEncoder', 'TextDecoder', 'atob', 'btoa'],
  ...['AbortController', 'AbortSignal', 'structuredClone', 'MessageChannel', 'BroadcastChannel', 'Worker'],
  ...['Image', 'Audio', 'Event', 'CustomEvent', 'EventTarget', 'Node', 'Element', 'HTMLElement', 'customElements'],
  ...['MutationObserver', 'IntersectionObserver', 'ResizeObserver', 'getComputedStyle', 'matchMedia'],
  ...['requestAnimationFrame', 'cancelAnimationFrame', 'requestIdleCallback', 'addEventListener'],
  ...['removeEventListener', 'dispatchEvent', 'alert', 'confirm', 'prompt', 'open', 'close', 'print'],
]

const LANGUAGE = [
  ...['Array', 'ArrayBuffer', 'BigInt', 'Boolean', 'DataView', 'Date', 'Error', 'Infinity', 'Int8Array', 'Intl'],
  ...['JSON', 'Map', 'Math', 'NaN', 'Number', 'Object', 'Promise', 'Proxy', 'RangeError', 'Reflect', 'RegExp'],
  ...['Set', 'String', 'Symbol', 'SyntaxError', 'TypeError', 'Uint8Array', 'Uint16Array', 'Uint32Array'],
  ...['Int16Array', 'Int32Array', 'Float32Array', 'Float64Array', 'WeakMap', 'WeakSet', 'isFinite', 'isNaN'],
  ...['parseFloat', 'parseInt', 'encodeURIComponent', 'decodeURIComponent', 'encodeURI', 'decodeURI'],
  ...['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'console'],
]

export type AppDefinition = Record<string, ((...args: unknown[]) => void) | undefined>

type Logic = { wx: object; getCurrentPages: () => unknown[] }

const loaded = new Map<string, { exports: unknown }>()
let logic: Logic
let appDefinition: AppDefinition | undefined

export function startLogic(given: Logic): AppDefinition {
  logic = given
  load('app.js')
  return appDefinition ?? {}
}

/** Runs a script of the mini-program once, as a CommonJS module that sees only what WeChat's logic layer has. */
export function load(file: string): unknown {
  const known = loaded.get(file)
  if (known) return known.exports
  const source = boot.scripts[file]
  if (source === undefined) throw new Error(`module '${file}' is not defined`)
  const module: { exports: unknown } = { exports: {} }
  loaded.set(file, module)
  const seen = {
    require: (target: string) => load(withEnding(pathFrom(file, target))),
    module,
    exports: module.exports,
    wx: logic.wx,
    App: (definition: AppDefinition) => {
      appDefinition = definition
    },
    getApp: () => appDefinition,
    getCurrentPages: logic.getCurrentPages,
    Page: (definition: unknown) => currentScope().Page(definition),
    Component: (definition: unknown) => currentScope().Component(definition),
    Behavior: (definition: unknown) => currentScope().Behavior(definition),
    global: logicGlobal,
    globalThis: logicGlobal,
    Function: withoutCompiling,
  }
  const body = `return (function () {${source}\n}).call(undefined)\n//# sourceURL=weapp/${file}`
  new Function(...Object.keys(seen), ...HIDDEN, body)(...Object.values(seen))
  return module.exports
}

const logicGlobal = Object.fromEntries(LANGUAGE.map((name) => [name, (globalThis as Record<string, unknown>)[name]]))

/** WeChat lets no app make code out of text. */
const withoutCompiling = new Proxy(Function, {
  apply: () => undefined,
  construct: () => {
    throw new EvalError('new Function() is not allowed in a mini-program')
  },
})

function withEnding(file: string): string {
  return file.endsWith('.js') ? file : `${file}.js`
}
