import { parseSync } from '@swc/core'
import { keepsInClosure, makersIn } from './closures'
import { changingObject, type Node, nameOf, namesOf, plain, type State, statesOf } from './syntax'

/** Which of the names that a module exports make something that keeps, by the words that it is imported by. */
export type MakersOf = (from: string) => ReadonlySet<string>

const NONE: ReadonlySet<string> = new Set()

/**
 * What the module in `source` keeps between two calls, at its top level, in a static field or in a closure that is made
 * there, and can change: `let`, empty collections, objects of classes that change, and whatever it changes itself by a
 * name. A variable that is exported and set anew is one of them too.
 */
export function stateIn(source: string, tsx: boolean, makersOf: MakersOf = () => NONE): State[] {
  const { body } = parse(source, tsx)
  const known = new Map(statesOf(body).map((state) => [state.name, state]))
  const own = makersIn(body)
  const imported = importedMakers(body, makersOf)
  const keeps = (name: string) => own.has(name) || imported.has(name)
  const atTop = namesOf(body).flatMap(({ name, kind, value, exported }): State[] => {
    const state = known.get(name)
    if (kind !== 'const' || state?.why === 'is changed') return state ? [state] : []
    if (isOfThisProcess(value)) return [{ name, why: 'is made anew in each process' }]
    if (nameOf(((value ?? {}) as Node).callee) === 'cached') return [{ name, why: 'is cached' }]
    if (exported && isEmptyObject(value)) return [{ name, why: 'tells by being the same' }]
    if (keepsInClosure(value, keeps)) return [{ name, why: 'keeps in a closure' }]
    return state ? [state] : []
  })
  const unnamed = body
    .filter(({ type }) => type === 'ExportDefaultExpression' || type === 'ExpressionStatement')
    .filter((statement) => keepsInClosure(statement, keeps))
    .map((): State => ({ name: 'what has no name', why: 'keeps in a closure' }))
  return [...atTop, ...unnamed, ...classesIn(body).flatMap(staticState)]
}

/** The names that a module exports of functions that hand out what keeps something. */
export function exportedMakers(source: string, tsx: boolean): Set<string> {
  return makersIn(parse(source, tsx).body)
}

function parse(source: string, tsx: boolean) {
  return parseSync(source, { syntax: 'typescript', tsx, target: 'es2024' })
}

function importedMakers(body: unknown[], makersOf: MakersOf): Set<string> {
  return new Set(
    body.flatMap((statement) => {
      const { type, specifiers, source } = statement as Node
      if (type !== 'ImportDeclaration') return []
      const makers = makersOf(String((source as Node).value))
      return (specifiers as Node[]).flatMap(({ local, imported }) => {
        const name = nameOf(imported) ?? nameOf(local) ?? ''
        return makers.has(name) ? (nameOf(local) ?? []) : []
      })
    }),
  )
}

function classesIn(body: unknown[]): { name: string; members: Node[] }[] {
  return body.flatMap((statement) => {
    const { type, declaration, decl } = statement as Node
    const node = (
      type === 'ExportDeclaration' ? declaration : type === 'ExportDefaultDeclaration' ? decl : statement
    ) as Node
    if (!/^Class(Declaration|Expression)$/.test(String(node.type))) return []
    return [{ name: nameOf(node.identifier) ?? 'a class', members: node.body as Node[] }]
  })
}

/** A field of the class itself, which there is once, however many objects of it there are. */
function staticState({ name, members }: { name: string; members: Node[] }): State[] {
  return members
    .filter(({ type, isStatic }) => isStatic === true && /^(Class|Private)Property$/.test(String(type)))
    .filter(({ readonly, value }) => readonly !== true || changingObject(plain(value)) !== null)
    .map(({ key }) => ({ name: `${name}.${nameOf(key) ?? '[…]'}`, why: 'static' }))
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
