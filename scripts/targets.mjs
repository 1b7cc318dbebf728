import { readdirSync } from 'node:fs'
import { inRoot, tools } from './root.mjs'

const shared = ['src/contract', 'src/domain', 'package-lock.json', 'tsconfig.json']
const taro = [
  ...shared,
  'src/miniprogram',
  'config/index.ts',
  'config/union.json',
  ...readdirSync(inRoot('config'))
    .filter((name) => name.startsWith('taro-'))
    .map((name) => `config/${name}`),
  'babel.config.js',
  'project.config.json',
]
const cloud = [...shared, 'cloudfunctions', 'config/union.json']
/** Taro ends with 0 when the mini-program did not compile, and when its settings are wrong. */
const taroErrors = /Compiled with some errors|✖ Errors|Taro 配置有误/
const production = { NODE_ENV: 'production' }

/**
 * What can be built: what it reads, how it is made, and a file that proves it was. Targets of one lane run one after
 * another, lanes side by side: two Taro builds at once are slower than one after the other on two cores.
 */
export const targets = {
  h5: {
    lane: 'taro',
    folder: 'h5',
    reads: taro,
    makes: ['dist/h5/index.html'],
    run: [tools.taro, 'build', '--type', 'h5'],
    brokenWhenItSays: taroErrors,
    env: production,
  },
  weapp: {
    lane: 'taro',
    folder: 'weapp',
    reads: taro,
    makes: ['dist/weapp/app.json'],
    run: [tools.taro, 'build', '--type', 'weapp'],
    brokenWhenItSays: taroErrors,
    env: production,
  },
  functions: {
    lane: 'quick',
    folder: 'cloudfunctions',
    reads: [...cloud, 'scripts/bundle-functions.mjs'],
    makes: ['dist/cloudfunctions/provision.json'],
    run: [inRoot('scripts/bundle-functions.mjs')],
    env: production,
  },
  server: {
    lane: 'quick',
    folder: 'server',
    reads: [...cloud, 'package.json', 'src/server', 'scripts/bundle-server.mjs'],
    makes: ['dist/server/index.js', 'dist/server/operate.js'],
    run: [inRoot('scripts/bundle-server.mjs')],
    env: production,
  },
  admin: {
    lane: 'quick',
    folder: 'admin',
    reads: [...shared, 'src/admin', 'config/admin.vite.ts'],
    makes: ['dist/admin/index.html'],
    run: [tools.vite, 'build', '--config', 'config/admin.vite.ts'],
    env: production,
  },
}
