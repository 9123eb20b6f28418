import { parseSync } from 'vite'
import { NEWER_APIS } from './newer-than-chrome-109.ts'

/** A use of something that Chrome 109 lacks, with the text around it. */
export interface NewerUse {
  readonly what: string
  readonly since: number
  readonly excerpt: string
}

/**
 * Uses of newer interfaces and newer syntax in a script. A method is known by its name alone, whatever it is called on; one
 * called as `x.method?.()` asks first and is left out. Throws where the script does not parse.
 */
export function scanScript(file: string, code: string): readonly NewerUse[] {
  const { program, errors } = parseSync(file, code)
  if (errors[0]) throw new SyntaxError(`${file}: ${errors[0].message}`)
  const uses: NewerUse[] = []
  const asked = new Set<unknown>()
  for (const node of walk(program)) {
    if (node.type === 'CallExpression' && node.optional === true) asked.add(node.callee)
    if (asked.has(node)) continue
    const around = code.slice(Math.max(0, node.start - 40), node.end + 60).replace(/\s+/g, ' ')
    for (const [what, since] of newIn(node)) uses.push({ what, since, excerpt: around })
  }
  return uses
}

interface Node {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly [field: string]: unknown
}

type Found = readonly (readonly [what: string, since: number])[]

const SEARCHED = NEWER_APIS.filter(({ common }) => !common)
const METHODS = indexed(SEARCHED.filter(({ path }) => path.includes('.prototype.')))
const STATICS = new Map(SEARCHED.filter(({ path }) => /^\w+\.\w+$/.test(path)).map(({ path, since }) => [path, since]))
const GLOBALS = new Map(SEARCHED.filter(({ path }) => /^\w+$/.test(path)).map(({ path, since }) => [path, since]))

function newIn(node: Node): Found {
  if (node.type === 'MemberExpression') return newMember(node)
  // A property of the same name is no use of the global.
  if (node.type === 'Identifier') return lookUp(GLOBALS, String(node.name))
  if (node.type === 'Literal' && isNode(node.regex)) return newPattern(String(node.regex.pattern), String(node.regex.flags))
  if (node.type === 'NewExpression' || node.type === 'CallExpression') return newRegExp(node)
  if (node.type === 'VariableDeclaration' && /using/.test(String(node.kind))) return [['using', 134]]
  if (node.type === 'Decorator') return [['a decorator', 999]]
  if (node.type === 'ImportAttribute') return [['an import attribute', 123]]
  return []
}

function newMember(node: Node): Found {
  const name = nameOf(node)
  const holder = isNode(node.object) && node.object.type === 'Identifier' ? String(node.object.name) : ''
  return [...lookUp(STATICS, `${holder}.${name}`), ...(METHODS.get(name) ?? [])]
}

/** `new RegExp('x', 'v')`, `RegExp('x', 'v')`. */
function newRegExp(node: Node): Found {
  if (!isNode(node.callee) || node.callee.name !== 'RegExp' || !Array.isArray(node.arguments)) return []
  const [pattern, flags] = node.arguments.map((given: unknown) =>
    isNode(given) && typeof given.value === 'string' ? given.value : '',
  )
  return newPattern(pattern ?? '', flags ?? '')
}

function newPattern(pattern: string, flags: string): Found {
  const names = [...pattern.matchAll(/\(\?<([^=!>]+)>/g)].map(([, name]) => name)
  return [
    ...(flags.includes('v') ? ([['the flag v of a pattern', 112]] as const) : []),
    ...(/\(\?(?:[ims]+(?:-[ims]*)?|-[ims]+):/.test(pattern) ? ([['a flag inside a pattern', 125]] as const) : []),
    ...(new Set(names).size < names.length ? ([['a name twice in a pattern', 125]] as const) : []),
  ]
}

function lookUp(list: ReadonlyMap<string, number>, path: string): Found {
  const since = list.get(path)
  return since === undefined ? [] : [[path, since]]
}

/** Of `toSorted` both the arrays' and the typed arrays'. */
function indexed(apis: typeof SEARCHED): ReadonlyMap<string, Found> {
  const found = new Map<string, (readonly [string, number])[]>()
  for (const { path, since } of apis) {
    const name = path.slice(path.lastIndexOf('.') + 1)
    if (!found.has(name)) found.set(name, [[`.${name}`, since]])
  }
  return found
}

function nameOf({ computed, property }: Node): string {
  if (!isNode(property)) return ''
  return computed ? (typeof property.value === 'string' ? property.value : '') : String(property.name)
}

function isNode(given: unknown): given is Node {
  return typeof given === 'object' && given !== null
}

/** Every node but the names of properties: `x.Iterator` and `{ Iterator: 1 }` do not speak of the global. */
function* walk(given: unknown): Generator<Node> {
  if (Array.isArray(given)) for (const item of given) yield* walk(item)
  if (!isNode(given) || Array.isArray(given)) return
  if (typeof given.type === 'string') yield given
  for (const [field, inside] of Object.entries(given)) {
    const isName = (field === 'property' || field === 'key') && given.computed !== true
    if (!isName && typeof inside === 'object') yield* walk(inside)
  }
}
