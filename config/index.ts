import path from 'node:path'
import { defineConfig, type UserConfigExport } from '@tarojs/cli'

const root = path.resolve(__dirname, '..')
const app = path.join(root, 'src/miniprogram')
const shared = [path.join(root, 'src/contract'), path.join(root, 'src/domain')]
const cssModules = {
  enable: false,
  config: { namingPattern: 'module', generateScopedName: '[name]__[local]___[hash:base64:5]' },
} as const

export default defineConfig<'webpack5'>(async () => {
  const target = process.env.TARO_ENV ?? 'weapp'
  const out = process.env.XINYI_OUT ?? `dist/${target}`
  const config: UserConfigExport<'webpack5'> = {
    projectName: 'xinyi',
    date: '2026-11-22',
    designWidth: 750,
    deviceRatio: { 640: 1.17, 750: 1, 375: 2, 828: 0.905 },
    sourceRoot: 'src/miniprogram',
    outputRoot: out,
    framework: 'react',
    compiler: { type: 'webpack5', prebundle: { enable: false } },
    cache: { enable: false },
    plugins: ['taro-a11y', 'taro-closed-input'].map((name) => path.join(root, 'config', name, 'index.js')),
    env: { XINYI_CLOUD_ENV: JSON.stringify(process.env.XINYI_CLOUD_ENV ?? '') },
    copy: {
      patterns:
        target === 'weapp'
          ? [
              { from: path.join(app, 'sitemap.json'), to: `${out}/sitemap.json` },
              // Named in theme.json only, where Taro does not look for files.
              { from: path.join(app, 'assets/tabs'), to: `${out}/assets/tabs` },
            ]
          : [
              { from: path.join(app, 'h5/root-size.js'), to: `${out}/root-size.js` },
              { from: path.join(app, 'assets/mark.png'), to: `${out}/mark.png` },
            ],
      options: {},
    },
    mini: {
      compile: { include: shared },
      // Deeper than eight levels falls back to a component; eight saves 22 KB of template.
      ...({ baseLevel: 8 } as object),
      minifyXML: { collapseWhitespace: true },
      // Every part styles only its own class names: the order of their files changes nothing.
      miniCssExtractPluginOption: { ignoreOrder: true },
      postcss: { pxtransform: { enable: true, config: {} }, cssModules },
    },
    h5: {
      compile: { include: shared },
      publicPath: './',
      staticDirectory: 'static',
      router: { mode: 'hash' },
      devServer: {
        open: false,
        host: '127.0.0.1',
        proxy: [{ context: ['/api', '/files'], target: `http://127.0.0.1:${process.env.PORT ?? '8080'}` }],
      },
      useHtmlComponents: true,
      output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
      miniCssExtractPluginOption: {
        ignoreOrder: true,
        filename: 'css/[name].[contenthash:8].css',
        chunkFilename: 'css/[name].[contenthash:8].css',
      },
      imageUrlLoaderOption: { name: () => 'static/images/[name].[contenthash:8][ext]' },
      postcss: {
        autoprefixer: { enable: true, config: {} },
        pxtransform: { enable: true, config: { maxRootSize: 24 } },
        cssModules,
      },
      webpackChain(chain) {
        // The web components would otherwise be copied into the chunk of every page.
        chain.merge({
          optimization: {
            splitChunks: {
              chunks: 'all',
              minSize: 20000,
              cacheGroups: {
                shared: {
                  name: 'shared',
                  minChunks: 2,
                  priority: 5,
                  chunks: 'async',
                  reuseExistingChunk: true,
                  test: /node_modules/,
                },
              },
            },
          },
        })
        chain.module
          .rule('no-icon-font')
          .test(/@tarojs[\\/]components[\\/].*\.(js|css)$/)
          .use('no-icon-font')
          .loader(path.join(root, 'config/taro-no-icon-font/loader.js'))
        // Videos here are MP4 files; the player for streams weighs 631 KB.
        chain.resolve.alias.set('hls.js', path.join(app, 'h5/no-streams.ts'))
      },
    },
  }
  return config
})
