import { type Node, nameOf, namesOf, plain, statesOf } from './syntax'

/** Whether a function of that name, of this module or one that it imports, hands out what keeps something. */
export type Keeps = (name: string) => boolean

/**
 * Whether working out `value`, as the module begins, calls a function whose own variables live on in what it gives: a
 * counter in a closure is state as much as one beside it.
 */
export function keepsInClosure(value: unknown, keeps: Keeps): boolean {
  if (typeof value !== 'object' || value === null) return false
  const node = value as Node
  // What a function does, it does when it is called.
  if (isFunction(node)) return false
  if (node.type === 'CallExpression') {
    const callee = plain(node.callee) as Node
    if (isFunction(callee) ? handsOutState(callee) : keeps(nameOf(callee) ?? '')) return true
  }
  return Object.values(node).some((part) => keepsInClosure(part, keeps))
}

/** The functions of a module, by name, that hand out what keeps something. */
export function makersIn(body: unknown[]): Set<string> {
  return new Set(functionsIn(body).flatMap(({ name, made }) => (handsOutState(made) ? [name] : [])))
}

/** Whether a function has variables that a function in it changes or fills, and gives a function out. */
function handsOutState(made: Node): boolean {
  const body = statementsOf(made)
  const inner = new Map(functionsIn(body).map(({ name, made }) => [name, made]))
  const given = gives(made)
  const isGivenOut = (part: unknown): boolean => {
    const node = plain(part) as Node | undefined
    if (!node || typeof node !== 'object') return false
    if (isFunction(node) || (nameOf(node) !== null && inner.has(nameOf(node) ?? ''))) return true
    if (node.type === 'Identifier') {
      const named = namesOf(body).find(({ name }) => name === nameOf(node))
      return named !== undefined && plain(named.value) !== node && isGivenOut(named.value)
    }
    if (node.type !== 'ObjectExpression') return false
    return (node.properties as Node[]).some(
      (property) =>
        /Method|[GS]etter/.test(String(property.type)) ||
        isGivenOut(property.type === 'KeyValueProperty' ? property.value : property),
    )
  }
  if (!given.some(isGivenOut)) return false
  const within = nestedFunctions(body)
  return statesOf(body).some(({ name }) => within.some((each) => mentions(each, name)))
}

function functionsIn(body: unknown[]): { name: string; made: Node }[] {
  const declared = body.flatMap((statement) => {
    const { type, declaration, decl } = statement as Node
    const node = (
      type === 'ExportDeclaration' ? declaration : type === 'ExportDefaultDeclaration' ? decl : statement
    ) as Node
    const name = nameOf(node.identifier)
    return /^Function(Declaration|Expression)$/.test(String(node.type)) && name ? [{ name, made: node }] : []
  })
  const named = namesOf(body).flatMap(({ name, value }) =>
    isFunction(value as Node | undefined) ? [{ name, made: value as Node }] : [],
  )
  return [...declared, ...named]
}

function isFunction(node: Node | undefined): boolean {
  return /^(ArrowFunctionExpression|Function(Expression|Declaration))$/.test(String(node?.type))
}

function statementsOf({ body }: Node): unknown[] {
  return ((body as Node | null)?.stmts as unknown[] | undefined) ?? []
}

/** What a function gives, by each of its ways. */
function gives({ body }: Node): unknown[] {
  if (!Array.isArray((body as Node | null)?.stmts)) return [body]
  const found: unknown[] = []
  const look = (part: unknown) => {
    if (typeof part !== 'object' || part === null || isFunction(part as Node)) return
    if ((part as Node).type === 'ReturnStatement') found.push((part as Node).argument)
    for (const value of Object.values(part)) look(value)
  }
  look((body as Node).stmts)
  return found
}

function nestedFunctions(part: unknown): Node[] {
  if (typeof part !== 'object' || part === null) return []
  const node = part as Node
  if (isFunction(node) || /Method|[GS]etter/.test(String(node.type))) return [node]
  return Object.values(node).flatMap(nestedFunctions)
}

function mentions(part: unknown, name: string): boolean {
  if (typeof part !== 'object' || part === null) return false
  return nameOf(part) === name || Object.values(part).some((value) => mentions(value, name))
}
