import path from 'node:path'
import postcss, { type Root } from 'postcss'
import selectorParser from 'postcss-selector-parser'
import { ELEMENT_OF_TAG } from './built-in-tags'
import { lengthsForBrowser } from './lengths'

/** WXSS as a browser reads it: imports inlined, rpx by the window's width, tag selectors by the elements that play them. */
export function wxssForBrowser(file: string, read: (file: string) => string | undefined): string {
  const root = inlined(file, read, new Set())
  root.walkDecls((declaration) => {
    declaration.value = lengthsForBrowser(declaration.value)
  })
  root.walkRules((rule) => {
    if (rule.parent?.type === 'atrule' && 'name' in rule.parent && /keyframes$/.test(rule.parent.name)) return
    rule.selector = renameTags.processSync(rule.selector)
  })
  return root.toString()
}

function inlined(file: string, read: (file: string) => string | undefined, seen: Set<string>): Root {
  const text = read(file)
  if (text === undefined || seen.has(file)) return postcss.root()
  seen.add(file)
  const root = postcss.parse(text, { from: file })
  root.walkAtRules('import', (rule) => {
    const target = /["']([^"']+)["']/.exec(rule.params)?.[1] ?? ''
    const resolved = target.startsWith('/') ? target.slice(1) : path.posix.join(path.posix.dirname(file), target)
    rule.replaceWith(inlined(resolved, read, seen).nodes)
  })
  return root
}

const renameTags = selectorParser((selectors) => {
  selectors.walkTags((tag) => {
    tag.value = tag.value === 'page' ? 'weapp-page' : (ELEMENT_OF_TAG[tag.value] ?? tag.value)
  })
})
