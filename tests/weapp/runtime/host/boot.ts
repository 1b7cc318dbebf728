import type { AppConfig, CompiledDist } from '../compile-dist'

export type Boot = CompiledDist & {
  start: string
  storage: Record<string, unknown>
  safeArea: { top: number; bottom: number }
  fontSizeSetting: number
  online: boolean
}

declare global {
  interface Window {
    __weappBoot: Boot
    /** Answered by the test's process; replies are JSON so that nothing crosses that the platform would drop. */
    __weappAsk(kind: 'record' | 'cloud' | 'platform', name: string, json: string): Promise<string>
    __weappFault(sentence: string): Promise<void>
    __weapp: {
      stack(): string[]
      setOnline(online: boolean): void
      open(address: string): void
      hide(): void
      show(): void
      pullDown(): void
      storage(): Record<string, unknown>
      files(): string[]
    }
  }
}

export const boot = window.__weappBoot
export const app: AppConfig = boot.app

const subPackages = app.subPackages ?? app.subpackages ?? []

export const PAGES = [
  ...app.pages,
  ...subPackages.flatMap((sub) => sub.pages.map((page) => `${sub.root.replace(/\/$/, '')}/${page}`)),
]
export const TABS = (app.tabBar?.list ?? []).map((tab) => tab.pagePath)

/** A setting that may name a colour of theme.json (`@name`). */
export function themed(value: string | undefined): string | undefined {
  if (!value?.startsWith('@')) return value
  const themes = boot.configs[(app.themeLocation ?? '').replace(/\.json$/, '')] as
    | Record<string, Record<string, string>>
    | undefined
  return themes?.[theme()]?.[value.slice(1)]
}

/** WeChat tells an app about the dark theme only when app.json says `darkmode`. */
export function theme(): 'light' | 'dark' {
  return app.darkmode && matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
}

export function onThemeSwitch(listener: () => void): void {
  if (app.darkmode) matchMedia('(prefers-color-scheme: dark)').addEventListener('change', listener)
}
