import postcss, { CssSyntaxError, type Root, type Rule } from 'postcss'
import type { Check } from './check'
import type { Dist } from './read-dist'

const isReadable: Check = {
  says: 'A style sheet cannot be read',
  level: 'error',
  find: (dist) =>
    dist.withEnding('.wxss').flatMap((file) => {
      const root = parsed(dist, file)
      return root instanceof CssSyntaxError ? [`${file}:${root.line} ${root.reason}`] : []
    }),
}

const noActiveState: Check = {
  says: 'Pressed looks come from hover-class, not from :active (audit 点击态)',
  level: 'error',
  find: (dist) => rulesOf(dist, (rule) => /:active\b/.test(rule.selector)),
}

const noLocalFiles: Check = {
  says: 'WXSS cannot load a file of the package',
  level: 'error',
  find: (dist) =>
    rulesOf(dist, (rule) => {
      const targets = [...rule.toString().matchAll(/url\(\s*["']?([^"')]+)/g)].map(([, target = '']) => target)
      return targets.some((target) => !/^(https:|data:|#)/.test(target))
    }),
}

const scrollsByInertia: Check = {
  says: 'A scrolling box needs -webkit-overflow-scrolling: touch (audit 惯性滚动)',
  level: 'warning',
  find: (dist) =>
    rulesOf(
      dist,
      (rule) =>
        /^(scroll|auto)/.test(value(rule, /^overflow(-[xy])?$/) ?? '') &&
        value(rule, /^-webkit-overflow-scrolling$/) !== 'touch',
    ),
}

/** Approximate: the padding may stand in any rule of the same file that names the same class. */
const footKeepsClear: Check = {
  says: 'A fixed foot needs env(safe-area-inset-bottom) (audit iPhone X)',
  level: 'warning',
  find: (dist) =>
    rulesOf(dist, (rule, siblings) => {
      if (value(rule, /^position$/) !== 'fixed' || value(rule, /^(top|inset)$/) !== undefined) return false
      if (!/^(0|[1-9]?\d(\.\d+)?(px|rpx))$/.test(value(rule, /^bottom$/) ?? '')) return false
      const name = /\.[\w-]+(?!.*\.[\w-])/.exec(rule.selector)?.[0] ?? rule.selector
      return !siblings.some((other) => other.selector.includes(name) && other.toString().includes('safe-area-inset'))
    }),
}

export const wxssChecks = [isReadable, noActiveState, noLocalFiles, scrollsByInertia, footKeepsClear]

function rulesOf(dist: Dist, isWrong: (rule: Rule, siblings: Rule[]) => boolean): string[] {
  return dist.withEnding('.wxss').flatMap((file) => {
    const rules: Rule[] = []
    const root = parsed(dist, file)
    if (root instanceof CssSyntaxError) return []
    root.walkRules((rule) => {
      rules.push(rule)
    })
    return rules.filter((rule) => isWrong(rule, rules)).map((rule) => `${rule.selector} in ${file}`)
  })
}

function parsed(dist: Dist, file: string): Root | CssSyntaxError {
  try {
    return postcss.parse(dist.text(file), { from: file })
  } catch (error) {
    if (error instanceof CssSyntaxError) return error
    throw error
  }
}

function value(rule: Rule, property: RegExp): string | undefined {
  let found: string | undefined
  rule.walkDecls(property, (declaration) => {
    found = declaration.value
  })
  return found
}
