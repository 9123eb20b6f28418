/** One cycle for every group of nodes that reach each other, as a path that ends where it began. */
export function findCycles(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const cycles: string[][] = []
  const done = new Set<string>()
  for (const node of [...graph.keys()].sort()) {
    const cycle = done.has(node) ? null : shortestCycle(node, graph)
    if (!cycle) continue
    cycles.push(cycle)
    for (const member of reachable(node, graph)) if (reachable(member, graph).has(node)) done.add(member)
  }
  return cycles
}

/** Breadth first from `start` back to it; null where no path comes back. */
function shortestCycle(start: string, graph: ReadonlyMap<string, readonly string[]>): string[] | null {
  const seen = new Set<string>()
  let paths = [[start]]
  while (paths.length > 0) {
    const next: string[][] = []
    for (const path of paths) {
      for (const target of graph.get(path.at(-1) ?? '') ?? []) {
        if (target === start) return [...path, start]
        if (!seen.has(target)) next.push([...path, target])
        seen.add(target)
      }
    }
    paths = next
  }
  return null
}

function reachable(start: string, graph: ReadonlyMap<string, readonly string[]>): Set<string> {
  const seen = new Set<string>()
  const open = [start]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (seen.has(node)) continue
    seen.add(node)
    open.push(...(graph.get(node) ?? []))
  }
  return seen
}
