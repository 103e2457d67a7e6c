import { parseSync } from '@swc/core'

/** Components that put a text into an element of its own, which is replaced whole. */
const PLACES_FOR_TEXT = ['ChangingText', 'Unbroken']

type Node = { type: string; [key: string]: unknown }

/**
 * The texts of a component that stand bare beside what can come, go or change. A browser's translation puts elements of
 * its own in place of such a text: React then writes into a node that nobody sees, or fails to put something before it.
 */
export function bareTexts(source: string): string[] {
  const found: string[] = []
  walk(parseSync(source, { syntax: 'typescript', tsx: true, target: 'es2024' }), (node) => {
    if (node.type !== 'JSXElement' && node.type !== 'JSXFragment') return
    const children = (node.children as Node[]).filter(({ type, value }) => type !== 'JSXText' || isShown(String(value)))
    const moves = children.some((child) => child.type === 'JSXExpressionContainer' && !isConstant(expressionOf(child)))
    // The only child is an element's whole content: React replaces that, whatever stands there by now. What a component
    // puts beside what it is given, nobody sees here.
    if (children.length < 2 && (isElement(node) || PLACES_FOR_TEXT.includes(nameOf(node)))) return
    if (moves) found.push(...children.filter(isText).map((child) => `<${nameOf(node)}> ${wordsOf(child)}`))
  })
  return found
}

/** White space with a line end in it is no text of the page. */
function isShown(text: string): boolean {
  return text.trim() !== '' || !text.includes('\n')
}

function isText(child: Node): boolean {
  if (child.type === 'JSXText') return true
  return child.type === 'JSXExpressionContainer' && canBeText(expressionOf(child))
}

/** Whether an expression can give a text, and not only elements or nothing. */
function canBeText(node: Node): boolean {
  switch (node.type) {
    case 'JSXElement':
    case 'JSXEmptyExpression':
    case 'ArrowFunctionExpression':
    case 'NullLiteral':
    case 'BooleanLiteral':
      return false
    case 'JSXFragment':
      return (node.children as Node[]).some(isText)
    case 'ParenthesisExpression':
      return canBeText(node.expression as Node)
    case 'BinaryExpression':
      return node.operator === '&&' ? canBeText(node.right as Node) : true
    case 'ConditionalExpression':
      return canBeText(node.consequent as Node) || canBeText(node.alternate as Node)
    case 'CallExpression':
      return !makesElements(node)
    case 'OptionalChainingExpression':
      return canBeText(node.base as Node)
    case 'Identifier':
      // What a page hands in; where that is a text, the page says it there.
      return node.value !== 'children'
    default:
      return true
  }
}

/** `list.map((one) => <li />)` and its kind. */
function makesElements({ arguments: given }: Node): boolean {
  const [first] = given as { expression: Node }[]
  const { type, body } = first?.expression ?? { type: '', body: null }
  if (type !== 'ArrowFunctionExpression') return false
  const { stmts } = body as { stmts?: Node[] }
  const results = stmts ? returnsOf(stmts) : [body as Node]
  return results.every((result) => !canBeText(result))
}

function returnsOf(statements: Node[]): Node[] {
  const found: Node[] = []
  walk(statements, ({ type, argument }) => {
    if (type === 'ReturnStatement' && argument) found.push(argument as Node)
  })
  return found
}

function isConstant({ type }: Node): boolean {
  return ['StringLiteral', 'NumericLiteral', 'JSXEmptyExpression'].includes(type)
}

function expressionOf(container: Node): Node {
  return container.expression as Node
}

/** One of the page's own, and not a component. */
function isElement(node: Node): boolean {
  return /^[a-z]/.test(nameOf(node))
}

function nameOf({ opening }: Node): string {
  const name = (opening as { name?: Node } | undefined)?.name
  return String(name?.value ?? (name?.property as Node | undefined)?.value ?? '')
}

function wordsOf(child: Node): string {
  if (child.type === 'JSXText') return String(child.value).trim() || '(a space)'
  const { type, value } = expressionOf(child)
  return `{${typeof value === 'string' ? value : type}}`
}

function walk(node: unknown, visit: (node: Node) => void): void {
  if (typeof node !== 'object' || node === null) return
  if (!Array.isArray(node)) visit(node as Node)
  for (const value of Object.values(node)) walk(value, visit)
}
