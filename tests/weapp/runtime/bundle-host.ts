import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const HERE = path.dirname(fileURLToPath(import.meta.url))
const require = createRequire(import.meta.url)
const FRAMEWORKS = ['glass-easel', 'glass-easel-miniprogram-adapter', 'miniprogram-simulate', '@tarojs/components']

/** The host script for the browser, bundled once per content and kept in the system's temporary folder. */
export async function bundleHost(): Promise<string> {
  const kept = path.join(tmpdir(), `weapp-host-${contentHash()}.js`)
  if (existsSync(kept)) return readFileSync(kept, 'utf8')
  const result = await build({
    entryPoints: [path.join(HERE, 'host/main.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'chrome120',
    logLevel: 'silent',
    loader: { '.css': 'text' },
    define: {
      'process.env.NODE_ENV': '"production"',
      'process.env.TARO_ENV': '"h5"',
      'process.env.FRAMEWORK': '"react"',
      'process.env.TARO_PLATFORM': '"web"',
      'process.env.SUPPORT_TARO_POLYFILL': '"disabled"',
      global: 'globalThis',
    },
  })
  const script = result.outputFiles[0]?.text ?? ''
  const whole = `${kept}.${process.pid}`
  writeFileSync(whole, script)
  renameSync(whole, kept)
  return script
}

/** The look of WeChat's built-in components. */
export function builtInStyles(): string {
  return readFileSync(require.resolve('@tarojs/components/dist/taro-components/taro-components.css'), 'utf8')
}

function contentHash(): string {
  const hash = createHash('sha256')
  for (const entry of readdirSync(HERE, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) hash.update(entry.name).update(readFileSync(path.join(entry.parentPath, entry.name)))
  }
  for (const name of FRAMEWORKS) hash.update(readFileSync(versionFile(name)))
  return hash.digest('hex').slice(0, 20)
}

function versionFile(name: string): string {
  return path.join(HERE, '../../../node_modules', name, 'package.json')
}
