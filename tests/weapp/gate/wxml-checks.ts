import path from 'node:path'
import type { Check } from './check'
import type { Dist } from './read-dist'
import { WECHAT_TAGS } from './wechat-tags'

const tagsAreKnown: Check = {
  says: 'WeChat draws nothing for this tag',
  level: 'error',
  find: (dist) =>
    dist.withEnding('.wxml').flatMap((file) => {
      const own = ownComponents(dist, file)
      const unknown = tagsIn(dist.text(file)).filter((tag) => !WECHAT_TAGS.has(tag) && !own.has(tag))
      return [...new Set(unknown)].map((tag) => `<${tag}> in ${file}`)
    }),
}

const wxmlFilesExist: Check = {
  says: 'A template shows a file that is not in the package',
  level: 'error',
  find: (dist) =>
    dist.withEnding('.wxml').flatMap((file) =>
      [...dist.text(file).matchAll(/\s(?:src|poster)="([^"{]+\.(?:png|jpe?g|gif|svg|webp|mp3|m4a|wav|mp4))"/g)]
        .map(([, target = '']) => target)
        .filter((target) => !/^(https:|data:|cloud:|wxfile:)/.test(target))
        .map((target) => (target.startsWith('/') ? target.slice(1) : path.posix.join(path.posix.dirname(file), target)))
        .filter((target) => !dist.has(target))
        .map((target) => `${target} in ${file}`),
    ),
}

export const wxmlChecks = [tagsAreKnown, wxmlFilesExist]

/** A template file that is only imported has no JSON of its own: it may use whatever any page declares. */
function ownComponents(dist: Dist, file: string): Set<string> {
  const config = file.replace(/\.wxml$/, '.json')
  const configs = dist.has(config)
    ? ['app.json', config]
    : dist.withEnding('.json').filter((name) => name !== 'project.config.json')
  return new Set(configs.flatMap((name) => Object.keys((dist.json(name).usingComponents as object) ?? {})))
}

function tagsIn(wxml: string): string[] {
  const markup = wxml
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/\{\{[\s\S]*?\}\}/g, '')
    .replace(/(<wxs\b[^>]*>)[\s\S]*?<\/wxs>/g, '$1')
  return [...markup.matchAll(/<([a-zA-Z][\w-]*)/g)].map(([, tag = '']) => tag)
}
