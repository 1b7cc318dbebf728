import type { Check } from './check'
import type { Dist } from './read-dist'

const SHORT = 60

const noSchemaLibrary: Check = {
  says: 'zod is in the bundle: it weighs 80 KB and compiles text to code; take types only',
  level: 'error',
  find: (dist) => dist.withEnding('.js').filter((file) => /\$Zod[A-Z]|ZodError|\b_zod\b/.test(dist.text(file))),
}

const noCompiledText: Check = {
  says: 'WeChat runs no code made out of text',
  level: 'error',
  find: (dist) =>
    scriptsWith(dist, /\bnew Function\((?!["']return this["']\))[^)]{0,40}\)?|(?<![.\w])eval\([^)]{0,40}/g),
}

const onlySecureAddresses: Check = {
  says: 'Every address must be https (audit HTTPS)',
  level: 'error',
  find: (dist) =>
    dist
      .withEnding('.js', '.json', '.wxml', '.wxss')
      .flatMap((file) => matches(dist, file, /http:\/\/(?!www\.w3\.org\/)[\w-]+(\.[\w-]+)+[^\s"'`)\\]*/g)),
}

const scriptFilesExist: Check = {
  says: 'A script shows a file that is not in the package',
  level: 'error',
  find: (dist) =>
    dist.withEnding('.js').flatMap((file) =>
      [
        ...dist
          .text(file)
          .matchAll(/(?:\.p\s*\+\s*["'`]|["'`]\/)([\w\-./@]+\.(?:png|jpe?g|gif|svg|webp|mp3|m4a|wav|mp4))["'`]/g),
      ]
        .map(([, target = '']) => target)
        .filter((target) => !dist.has(target))
        .map((target) => `${target} in ${file}`),
    ),
}

export const scriptChecks = [noSchemaLibrary, noCompiledText, onlySecureAddresses, scriptFilesExist]

function scriptsWith(dist: Dist, pattern: RegExp): string[] {
  return dist.withEnding('.js').flatMap((file) => matches(dist, file, pattern))
}

function matches(dist: Dist, file: string, pattern: RegExp): string[] {
  const found = new Set([...dist.text(file).matchAll(pattern)].map(([text]) => text.slice(0, SHORT)))
  return [...found].map((text) => `${text} in ${file}`)
}
