import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { wxssForBrowser } from './wxss-for-browser'

const { TmplGroup } = createRequire(import.meta.url)(
  'glass-easel-template-compiler',
) as typeof import('glass-easel-template-compiler')

export type AppConfig = {
  pages: string[]
  entryPagePath?: string
  subPackages?: { root: string; pages: string[] }[]
  subpackages?: { root: string; pages: string[] }[]
  window?: Record<string, string>
  tabBar?: {
    color?: string
    selectedColor?: string
    backgroundColor?: string
    list: { pagePath: string; text: string; iconPath?: string; selectedIconPath?: string }[]
  }
  darkmode?: boolean
  themeLocation?: string
}

export type CompiledDist = {
  app: AppConfig
  scripts: Record<string, string>
  configs: Record<string, Record<string, unknown>>
  styles: Record<string, string>
  /** An expression whose value holds the render function of every template. */
  templates: string
}

/** Reads a built mini-program and translates what a browser cannot read itself. */
export function compileDist(dist: string): { compiled: CompiledDist; warnings: string[] } {
  const scripts: Record<string, string> = {}
  const configs: Record<string, Record<string, unknown>> = {}
  const styles: Record<string, string> = {}
  const warnings: string[] = []
  const sources = readSources(dist)
  const group = new TmplGroup()
  for (const [file, text] of sources) {
    const bare = file.replace(/\.\w+$/, '')
    if (file.endsWith('.js')) scripts[file] = text
    else if (file.endsWith('.json') && file !== 'project.config.json') configs[bare] = JSON.parse(text)
    else if (file.endsWith('.wxs')) group.addScript(bare, text)
    else if (file.endsWith('.wxss')) styles[bare] = wxssForBrowser(file, (name) => sources.get(name))
    else if (file.endsWith('.wxml')) {
      for (const found of group.addTmpl(bare, text) as { message?: string; startLine?: number }[])
        warnings.push(`${file}:${found.startLine ?? ''} ${found.message ?? JSON.stringify(found)}`)
    }
  }
  if (!configs.app) throw new Error(`${dist} holds no app.json: build the mini-program first.`)
  return {
    compiled: {
      app: configs.app as unknown as AppConfig,
      scripts,
      configs,
      styles,
      templates: group.getTmplGenObjectGroups(),
    },
    warnings,
  }
}

function readSources(dist: string): Map<string, string> {
  const files = readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(js|json|wxml|wxss|wxs)$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
  return new Map(files.map((file) => [path.relative(dist, file).split(path.sep).join('/'), readFileSync(file, 'utf8')]))
}
