import { parseSync } from 'vite'

/** Another module that a module names, type imports included. */
export interface ModuleImport {
  /** As written, without a query such as `?url` or `?worker`. */
  readonly specifier: string
  readonly line: number
}

export interface ModuleFacts {
  readonly imports: readonly ModuleImport[]
  /** Lines where something of another module is exported again. */
  readonly reExports: readonly number[]
  readonly defaultExports: readonly number[]
  /** Lines that load a module whose name stands in no string: what it is cannot be checked. */
  readonly computed: readonly number[]
  readonly syntaxErrors: readonly string[]
}

/**
 * Reads what a module imports and exports: `import` and `export … from`, `import()` of values and of types, `import x = require()`,
 * `new URL('…', import.meta.url)` and `import.meta.resolve('…')`.
 */
export function readModule(file: string, text: string): ModuleFacts {
  const { program, errors } = parseSync(file, text)
  const lineAt = (node: Node) => text.slice(0, node.start).split('\n').length
  const nodes = [...walk(program)]
  const imports: ModuleImport[] = []
  const computed: number[] = []
  const imported = importedNames(nodes)
  for (const node of nodes) {
    const source = sourceOf(node)
    if (source === undefined) continue
    const specifier = textOf(source)
    if (specifier === null) computed.push(lineAt(node))
    else imports.push({ specifier: specifier.split('?', 1)[0] ?? '', line: lineAt(node) })
  }
  return {
    imports,
    computed,
    reExports: nodes.filter((node) => isReExport(node, imported)).map(lineAt),
    defaultExports: nodes.filter(isDefaultExport).map(lineAt),
    syntaxErrors: errors.map((error) => error.message),
  }
}

interface Node {
  readonly type: string
  readonly start: number
  readonly [field: string]: unknown
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
}

function* walk(value: unknown): Generator<Node> {
  if (Array.isArray(value)) for (const item of value) yield* walk(item)
  if (!isNode(value)) return
  yield value
  for (const child of Object.values(value)) yield* walk(child)
}

/** The node that names the other module; null where a module is named by no string; undefined where none is named. */
function sourceOf(node: Node): Node | null | undefined {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportAllDeclaration':
    case 'ImportExpression':
    case 'TSImportType':
      return asNode(node.source)
    case 'ExportNamedDeclaration':
      return node.source === null ? undefined : asNode(node.source)
    case 'TSExternalModuleReference':
      return asNode(node.expression)
    case 'NewExpression':
      return nameOf(node.callee) === 'URL' && isMetaMember(argumentAt(node, 1), 'url') ? asNode(argumentAt(node, 0)) : undefined
    case 'CallExpression':
      if (isMetaMember(node.callee, 'glob')) return null
      return isMetaMember(node.callee, 'resolve') ? asNode(argumentAt(node, 0)) : undefined
    default:
      return undefined
  }
}

function textOf(node: Node | null): string | null {
  if (node?.type === 'Literal' && typeof node.value === 'string') return node.value
  const quasis = node?.type === 'TemplateLiteral' && Array.isArray(node.quasis) ? node.quasis : []
  const [only] = quasis as { value: { cooked: string } }[]
  return quasis.length === 1 && only ? only.value.cooked : null
}

function asNode(value: unknown): Node | null {
  return isNode(value) ? value : null
}

function argumentAt(node: Node, at: number): unknown {
  return Array.isArray(node.arguments) ? node.arguments[at] : undefined
}

function nameOf(value: unknown): unknown {
  return isNode(value) && (value.type === 'Identifier' || value.type === 'JSXIdentifier') ? value.name : undefined
}

/** `import.meta.<name>` */
function isMetaMember(value: unknown, name: string): boolean {
  return (
    isNode(value) &&
    value.type === 'MemberExpression' &&
    asNode(value.object)?.type === 'MetaProperty' &&
    nameOf(value.property) === name
  )
}

function importedNames(nodes: readonly Node[]): ReadonlySet<unknown> {
  const specifiers = nodes.filter((node) => node.type === 'ImportDeclaration').flatMap((node) => node.specifiers as Node[])
  return new Set(specifiers.map((specifier) => nameOf(specifier.local)))
}

function isReExport(node: Node, imported: ReadonlySet<unknown>): boolean {
  if (node.type === 'ExportAllDeclaration') return true
  if (node.type !== 'ExportNamedDeclaration') return false
  return node.source !== null || (node.specifiers as Node[]).some((specifier) => imported.has(nameOf(specifier.local)))
}

function isDefaultExport(node: Node): boolean {
  if (node.type === 'ExportDefaultDeclaration' || node.type === 'TSExportAssignment') return true
  return node.type === 'ExportSpecifier' && (nameOf(node.exported) === 'default' || textOf(asNode(node.exported)) === 'default')
}
