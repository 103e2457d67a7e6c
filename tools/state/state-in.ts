import { parseSync } from '@swc/core'

/** What a module keeps between two calls: the name that it stands under, and why it counts. */
export type State = { name: string; why: string }

type Node = { type?: unknown; [key: string]: unknown }

/** Classes whose objects stay as they were made, unless the module itself changes them. */
const UNCHANGING = new Set([
  ...[
    'Set',
    'Map',
    'URL',
    'RegExp',
    'Date',
    'TextEncoder',
    'TextDecoder',
    'Error',
    'Uint8Array',
    'Int8Array',
    'Logger',
  ],
  ...['DateTimeFormat', 'NumberFormat', 'Collator', 'Segmenter', 'PluralRules', 'ListFormat'],
])
const CHANGES = new Set([
  ...['set', 'add', 'delete', 'clear', 'push', 'pop', 'shift', 'unshift', 'splice', 'sort', 'reverse', 'fill'],
])

/**
 * What the module in `source` keeps at its top level and can change: `let`, empty collections, objects of classes that
 * change, and whatever it changes itself by a name. A variable that is exported and set anew is one of them too.
 */
export function stateIn(source: string, tsx: boolean): State[] {
  const { body } = parseSync(source, { syntax: 'typescript', tsx, target: 'es2024' })
  const changed = changedNames(body)
  return declarationsIn(body).flatMap(({ name, kind, value, exported }) => {
    if (kind !== 'const') return [{ name, why: exported ? 'export let' : 'let' }]
    if (changed.has(name)) return [{ name, why: 'is changed' }]
    if (isOfThisProcess(value)) return [{ name, why: 'is made anew in each process' }]
    if (nameOf(((value ?? {}) as Node).callee) === 'cached') return [{ name, why: 'is cached' }]
    if (exported && isEmptyObject(value)) return [{ name, why: 'tells by being the same' }]
    const made = classOf(value)
    if (made === null) return []
    const isEmpty = ['Set', 'Map'].includes(made) && (value as { arguments?: unknown[] }).arguments?.length === 0
    return isEmpty || !UNCHANGING.has(made) ? [{ name, why: `new ${made}` }] : []
  })
}

type Declared = { name: string; kind: unknown; value: unknown; exported: boolean }

function declarationsIn(body: unknown[]): Declared[] {
  const passedOn = new Set(body.flatMap((statement) => namesPassedOn(statement as Node)))
  return body.flatMap((statement) => {
    const { type, declaration } = statement as Node
    const variables = (type === 'ExportDeclaration' ? declaration : statement) as Node
    if (variables.type !== 'VariableDeclaration' || variables.declare === true) return []
    return (variables.declarations as Node[]).flatMap(({ id, init }) => {
      const name = nameOf(id)
      if (name === null) return []
      const exported = type === 'ExportDeclaration' || passedOn.has(name)
      return [{ name, kind: variables.kind, value: plain(init), exported }]
    })
  })
}

/** The names of `export { one, two as another }`. */
function namesPassedOn({ type, specifiers, source }: Node): string[] {
  if (type !== 'ExportNamedDeclaration' || source !== null) return []
  return (specifiers as Node[]).flatMap(({ orig }) => nameOf(orig) ?? [])
}

/** Names on which something is done, anywhere in the module, that changes what stands there. */
function changedNames(body: unknown): Set<string> {
  const names = new Set<string | null>()
  walk(body, ({ type, callee, left, argument, operator, arguments: given }) => {
    if (type === 'CallExpression') {
      const { object, property } = (callee ?? {}) as Node
      if (CHANGES.has(nameOf(property) ?? '')) names.add(rootOf(object))
      const [first] = given as { expression: unknown }[]
      if (nameOf(object) === 'Object' && nameOf(property) === 'assign') names.add(rootOf(first?.expression))
    }
    if (type === 'AssignmentExpression' && (left as Node).type === 'MemberExpression') names.add(rootOf(left))
    if (type === 'UpdateExpression' || (type === 'UnaryExpression' && operator === 'delete'))
      names.add(rootOf(argument))
  })
  return new Set([...names].filter((name) => name !== null))
}

/** Whether a value is waited for, or drawn by lot, when the module begins: another copy would have another. */
function isOfThisProcess(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  const { type, callee } = value as Node
  // What a function does, it does when it is called.
  if (/Function|Method|[GS]etter/.test(String(type))) return false
  if (type === 'AwaitExpression' || /^random/.test(nameOf(callee) ?? '')) return true
  return Object.values(value).some(isOfThisProcess)
}

/** Whether a value is `{}`: others can do nothing with it but keep things by it, or see whether it is the same. */
function isEmptyObject(value: unknown): boolean {
  const { type, properties } = (value ?? {}) as Node
  return type === 'ObjectExpression' && (properties as unknown[]).length === 0
}

/** The class that a value is an object of, where it is made there and then. */
function classOf(value: unknown): string | null {
  const { type, callee } = (value ?? {}) as Node
  if (type !== 'NewExpression') return null
  return nameOf(callee) ?? nameOf((callee as Node).property) ?? 'of something'
}

/** The name at the front of `kept.by.name`. */
function rootOf(node: unknown): string | null {
  const inner = plain(node) as Node | undefined
  return inner?.type === 'MemberExpression' ? rootOf(inner.object) : nameOf(inner)
}

/** What stands there without what is said of its type. */
function plain(node: unknown): unknown {
  const { type, expression } = (node ?? {}) as Node
  return /^(Ts.*|Parenthesis)Expression$|^TsConstAssertion$/.test(String(type)) ? plain(expression) : node
}

function nameOf(node: unknown): string | null {
  const { type, value } = (node ?? {}) as Node
  return type === 'Identifier' && typeof value === 'string' ? value : null
}

function walk(node: unknown, visit: (node: Node) => void): void {
  if (typeof node !== 'object' || node === null) return
  if (!Array.isArray(node)) visit(node as Node)
  for (const value of Object.values(node)) walk(value, visit)
}
