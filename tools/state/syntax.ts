export type Node = { type?: unknown; [key: string]: unknown }

/** What a module, or a function, keeps: the name that it stands under, and why it counts. */
export type State = { name: string; why: string }

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

export type Declared = { name: string; kind: unknown; value: unknown; exported: boolean }

/** The variables among these statements that can change: `let`, empty collections, and what is changed by its name. */
export function statesOf(body: unknown[]): State[] {
  const changed = changedNames(body)
  return namesOf(body).flatMap(({ name, kind, value, exported }) => {
    if (kind !== 'const') return [{ name, why: exported ? 'export let' : 'let' }]
    if (changed.has(name)) return [{ name, why: 'is changed' }]
    const made = changingObject(value)
    return made === null ? [] : [{ name, why: `new ${made}` }]
  })
}

/** The variables that are declared among these statements, with what they begin as. */
export function namesOf(body: unknown[]): Declared[] {
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

/** The class of an object that can change, where it is made there and then. */
export function changingObject(value: unknown): string | null {
  const made = classOf(value)
  if (made === null) return null
  const isEmpty = ['Set', 'Map'].includes(made) && (value as { arguments?: unknown[] }).arguments?.length === 0
  return isEmpty || !UNCHANGING.has(made) ? made : null
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
export function plain(node: unknown): unknown {
  const { type, expression } = (node ?? {}) as Node
  return /^(Ts.*|Parenthesis)Expression$|^TsConstAssertion$/.test(String(type)) ? plain(expression) : node
}

export function nameOf(node: unknown): string | null {
  const { type, value } = (node ?? {}) as Node
  return (type === 'Identifier' || type === 'PrivateName') && typeof value === 'string' ? value : null
}

function walk(node: unknown, visit: (node: Node) => void): void {
  if (typeof node !== 'object' || node === null) return
  if (!Array.isArray(node)) visit(node as Node)
  for (const value of Object.values(node)) walk(value, visit)
}
