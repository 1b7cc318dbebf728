import { useSyncExternalStore } from 'react'
import { storage } from './storage'

export const shades = ['system', 'light', 'dark'] as const
export type Shade = (typeof shades)[number]
export const shadeNames: Record<Shade, string> = { system: '跟随系统', light: '浅色', dark: '深色' }

export type Preferences = { large: boolean; shade: Shade }

const NAME = 'preferences'
const listeners = new Set<() => void>()
let current: Preferences | null = null

export const preferences = (): Preferences => {
  current ??= { large: false, shade: 'system', ...storage.read<Partial<Preferences>>(NAME) }
  return current
}

export const prefer = (change: Partial<Preferences>) => {
  current = { ...preferences(), ...change }
  storage.write(NAME, current)
  for (const told of listeners) told()
}

export const usePreferences = () =>
  useSyncExternalStore((told) => {
    listeners.add(told)
    return () => listeners.delete(told)
  }, preferences)
