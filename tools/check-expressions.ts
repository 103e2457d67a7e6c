import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type AST, RegExpParser, visitRegExpAST } from '@eslint-community/regexpp'
import { parseSync } from '@swc/core'
import { check } from 'recheck'
import { analyse } from 'scslre'

/** A regular expression as it stands in a file. */
type Expression = { file: string; line: number; pattern: string; flags: string }

const USUAL = ['lib', 'app', 'emails', 'components', 'db', 'server.ts', 'proxy.ts', 'next.config.mjs']
const SOURCE = /\.[cm]?[jt]sx?$/
const TESTS = /\.(test|spec)\.tsx?$|(^|\/)testing[^/]*(\/|\.tsx?$)/
const JUDGED_WITHIN_MS = 180_000
const LITERAL = new RegExpParser()

/**
 * Names every regular expression that could take more than linear time on what it is given, and each that is put
 * together at run time, which nobody can judge. Two judges, since each knows what the other does not: `recheck` a single
 * match against any text, `scslre` a search that begins anew at each character. Exits with 1 where there is one.
 */
async function main(): Promise<void> {
  const places = process.argv.length > 2 ? process.argv.slice(2) : USUAL
  const expressions = places.flatMap(filesOf).flatMap(expressionsIn)
  const distinct = new Map(expressions.map((each) => [`/${each.pattern}/${each.flags}`, each]))
  const faults = (await Promise.all([...distinct.values()].map(faultOf))).filter((fault) => fault !== null)
  for (const fault of faults) process.stderr.write(`${fault}\n`)
  process.stdout.write(
    `${distinct.size} regular expressions, ${faults.length} that could take more than linear time.\n`,
  )
  process.exitCode = faults.length > 0 ? 1 : 0
}

function filesOf(place: string): string[] {
  if (!existsSync(place)) return []
  if (SOURCE.test(place)) return [place]
  return readdirSync(place, { recursive: true, encoding: 'utf8' })
    .filter((file) => SOURCE.test(file) && !TESTS.test(file))
    .map((file) => join(place, file))
}

function expressionsIn(file: string): Expression[] {
  const source = readFileSync(file, 'utf8')
  const found: Expression[] = []
  const lineOf = (text: string) => source.slice(0, source.indexOf(text)).split('\n').length
  walk(parseSync(source, { syntax: 'typescript', tsx: file.endsWith('x'), target: 'es2024' }), (node) => {
    if (node.type === 'RegExpLiteral') {
      const { pattern, flags } = node as unknown as { pattern: string; flags: string }
      found.push({ file, line: lineOf(`/${pattern}/`), pattern, flags })
    }
    if (isRegExpCall(node)) found.push({ file, line: lineOf('RegExp('), pattern: '', flags: 'made' })
  })
  return found
}

type Node = { type?: unknown; [key: string]: unknown }

function walk(node: unknown, visit: (node: Node) => void): void {
  if (typeof node !== 'object' || node === null) return
  if (!Array.isArray(node)) visit(node as Node)
  for (const value of Object.values(node)) walk(value, visit)
}

function isRegExpCall({ type, callee }: Node): boolean {
  const name = typeof callee === 'object' && callee !== null && 'value' in callee ? callee.value : null
  return (type === 'NewExpression' || type === 'CallExpression') && name === 'RegExp'
}

/** What is wrong with an expression, in a line; `null` where nothing is. */
async function faultOf({ file, line, pattern, flags }: Expression): Promise<string | null> {
  const said = (what: string) => `${file}:${line}: /${pattern}/${flags} ${what}`
  if (flags === 'made')
    return `${file}:${line}: RegExp(…) is put together at run time: write it down, or search in code`
  const literal = {
    pattern: LITERAL.parsePattern(pattern, 0, pattern.length, {
      unicode: flags.includes('u'),
      unicodeSets: flags.includes('v'),
    }),
    flags: LITERAL.parseFlags(flags),
  }
  if (isEvidentlyLinear(literal)) return null
  if (analyse(literal, { reportTypes: { Move: true, Self: true, Trade: true } }).reports.length > 0)
    return said('reads the same characters again and again in a search')
  const verdict = await check(pattern, flags, { checker: 'automaton', timeout: JUDGED_WITHIN_MS })
  if (verdict.status === 'vulnerable') return said(`is ${verdict.complexity.summary} on “${verdict.attack.pattern}”`)
  // Of what looks around or back, its other judge would only guess.
  const isJudged = verdict.status === 'safe' || verdict.error.kind === 'unsupported'
  return isJudged ? null : said('could not be judged: write it more simply')
}

/**
 * Spares the judges what can be seen: nothing repeats without bound; or in each alternative one character does, once,
 * which either ends it, so that nothing can fail afterwards, or begins at one place only, the start of the text.
 */
function isEvidentlyLinear({ pattern, flags }: { pattern: AST.Pattern; flags: AST.Flags }): boolean {
  return pattern.alternatives.every((alternative) => {
    const repeated: AST.Quantifier[] = []
    visitRegExpAST(alternative, {
      onQuantifierEnter: (node) => {
        if (node.max === Number.POSITIVE_INFINITY) repeated.push(node)
      },
    })
    const [only, ...more] = repeated
    if (!only) return true
    const isOne = ['Character', 'CharacterClass', 'CharacterSet'].includes(only.element.type)
    if (more.length > 0 || !isOne || isRepeated(only.parent)) return false
    const [first] = alternative.elements
    return (
      alternative.elements.at(-1) === only ||
      (first?.type === 'Assertion' && first.kind === 'start' && !flags.multiline)
    )
  })
}

function isRepeated(node: AST.Node | null): boolean {
  if (node === null) return false
  return (node.type === 'Quantifier' && node.max > 1) || isRepeated(node.parent)
}

await main()
