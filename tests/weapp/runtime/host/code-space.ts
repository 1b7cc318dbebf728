import * as glassEasel from 'glass-easel'
import { MiniProgramEnv } from 'glass-easel-miniprogram-adapter'
import { ELEMENT_OF_TAG } from '../built-in-tags'
import { BrowserScreen, connectEvents } from './backend'
import { boot } from './boot'
import { pathFrom } from './paths'

export type DefinitionScope = Record<'Page' | 'Component' | 'Behavior', (definition: unknown) => unknown>

type Template = Parameters<ReturnType<MiniProgramEnv['createCodeSpace']>['addCompiledTemplate']>[1]

const outsideOfPages = (name: string) => () => {
  throw new Error(`${name}() is called outside of a page or component file`)
}
const NOWHERE: DefinitionScope = {
  Page: outsideOfPages('Page'),
  Component: outsideOfPages('Component'),
  Behavior: outsideOfPages('Behavior'),
}

// A component space copies these when it is made.
glassEasel.globalOptions.writeIdToDOM = true
glassEasel.globalOptions.throwGlobalError = false

const env = new MiniProgramEnv()
const space = env.createCodeSpace('main', true)
const screen = new BrowserScreen()
const backend = env.associateBackend(screen as never)
const defined = new Set<string>()
let scope = NOWHERE

/** As in WeChat there is one global `Page` and `Component`, bound to the file that is being loaded. */
export const currentScope = (): DefinitionScope => scope

export function installTemplates(): void {
  connectEvents(screen)
  for (const [tag, element] of Object.entries(ELEMENT_OF_TAG))
    space.getComponentSpace().setGlobalUsingComponent(tag, element)
  for (const [file, config] of Object.entries(boot.configs)) space.addComponentStaticConfig(file, config as never)
  const groups = new Function(`return ${boot.templates}`)() as Record<string, unknown>
  for (const [file, content] of Object.entries(groups)) {
    const template = { groupList: groups, content, fallbackListenerOnNativeNode: true }
    space.addCompiledTemplate(file, template as unknown as Template)
  }
}

/** Runs the script of a page or component, and of the components it uses, once. */
export function define(file: string, run: (script: string) => void): void {
  if (defined.has(file)) return
  defined.add(file)
  for (const used of usedComponents(file)) define(used, run)
  space.componentEnv(file, (given) => {
    const outer = scope
    scope = given as unknown as DefinitionScope
    try {
      run(`${file}.js`)
    } finally {
      scope = outer
    }
  })
}

export function createRoot(route: string) {
  return backend.createRoot('page', space, `/${route}`)
}

export function usedComponents(file: string): string[] {
  const own = (boot.configs[file]?.usingComponents ?? {}) as Record<string, string>
  return Object.values(own).map((target) => pathFrom(file, target))
}
