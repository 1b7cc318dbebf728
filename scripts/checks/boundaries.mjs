const anyOf = (patterns, groups, path) =>
  [patterns].flat().some((pattern) => new RegExp(pattern.replace(/\$(\d)/g, (_, n) => groups[n] ?? '')).test(path))

/** The groups a rule's `from` catches in a file's path, or null when the rule does not speak of it. */
const spokenOf = (from, file) =>
  from.pathNot && anyOf(from.pathNot, [], file) ? null : new RegExp([from.path ?? ''].flat().join('|')).exec(file)

/** Whether one import breaks one rule of the cruiser's table; rules about shape are not about one import. */
function breaks({ from, to }, file, target) {
  if (to.circular || to.couldNotResolve) return false
  const groups = spokenOf(from, file)
  if (!groups || (to.path && !anyOf(to.path, groups, target))) return false
  return !(to.pathNot && anyOf(to.pathNot, groups, target))
}

/** Every type-only import that crosses a boundary, as a sentence with the rule's reason. */
export const typeCrossings = (graph, rules) =>
  [...graph].flatMap(([file, imports]) =>
    imports
      .filter((each) => each.typeOnly)
      .flatMap(({ target }) =>
        rules
          .filter((rule) => breaks(rule, file, target))
          .map((rule) => `${rule.name}: ${file} → ${target} (type only). ${rule.comment}`),
      ),
  )

/** The shortest chain of run-time imports from a file to a target the rule forbids, or null. */
function chainTo(graph, start, forbidden) {
  const seen = new Set([start])
  for (let chains = [[start]]; chains.length; ) {
    const longer = []
    for (const chain of chains)
      for (const { target, typeOnly } of graph.get(chain.at(-1)) ?? []) {
        if (typeOnly || seen.has(target)) continue
        if (anyOf(forbidden, [], target)) return [...chain, target]
        seen.add(target)
        longer.push([...chain, target])
      }
    chains = longer
  }
  return null
}

/** Every file from which something forbidden is reached at run time, with the way there. */
export const reached = (graph, rules) =>
  rules.flatMap((rule) =>
    [...graph.keys()]
      .filter((file) => spokenOf(rule.from, file))
      .flatMap((file) => {
        const chain = chainTo(graph, file, rule.to.path)
        return chain ? [`${rule.name}: ${chain.join(' → ')}. ${rule.comment}`] : []
      }),
  )
