/** What may be said of an error: kinds and names, never what a statement was given or a row held. */
export type PlainError = {
  type: string
  message: string
  code?: string
  /** By which Next's own page of a failure names it. */
  digest?: string
  /** The statement's first words. */
  statement?: string
  constraint?: string
  table?: string
  stack?: string
  cause?: PlainError
}

const MOST_CHARACTERS = 300
const MOST_FRAMES = 12
const MOST_CAUSES = 5
// PostgreSQL's classes of errors whose message names parts of the schema or of the server, and no value.
const TELLS_NO_VALUE = /^(08|25|28|3D|3F|40|42|53|55|57|58)|^23(50[2-5]|514|P01)$/

/**
 * The one form in which errors are logged, printed and stored. Of a database's error it keeps the code, the first words
 * of the statement, the constraint and the table; of any other the message, cut, without e-mail addresses. Whatever else
 * an error carries (parameters, rows, addresses of requests) is left out. Takes anything that can be thrown.
 */
export function plainError(error: unknown, depth = 0): PlainError {
  if (!(error instanceof Error)) return { type: typeof error, message: masked(typeof error === 'string' ? error : '') }
  const cause = innerOf(error)
  return compact({
    type: error.name === 'Error' ? error.constructor.name : error.name,
    message: messageOf(error),
    code: named(error, 'code'),
    digest: named(error, 'digest'),
    statement: statementOf(error),
    constraint: named(error, 'constraint_name') ?? named(error, 'constraint'),
    table: named(error, 'table_name') ?? named(error, 'table'),
    stack: framesOf(error),
    cause: cause !== undefined && depth < MOST_CAUSES ? plainError(cause, depth + 1) : undefined,
  })
}

/** A plain error as one line of text, for where no more fits. */
export function errorLine(error: unknown): string {
  return lineOf(plainError(error)).slice(0, 3 * MOST_CHARACTERS)
}

/** An error in place of `error` that says no more than {@link plainError}: for what keeps or prints errors by itself. */
export function withoutValues(error: unknown): Error {
  const plain = new Error(errorLine(error))
  plain.stack = `${plain.message}\n${plainError(error).stack ?? ''}`
  return plain
}

function lineOf({ type, message, code, statement, constraint, table, cause }: PlainError): string {
  const parts = [code, constraint, table, statement && `at "${statement}"`].filter(Boolean)
  const own = `${type}: ${message}${parts.length > 0 ? ` (${parts.join(', ')})` : ''}`
  return cause ? `${own} ← ${lineOf(cause)}` : own
}

function innerOf(error: Error): unknown {
  return error.cause ?? (error instanceof AggregateError ? error.errors[0] : undefined)
}

function messageOf(error: Error): string {
  if (isStatement(error)) return 'A statement failed.'
  if (isDatabase(error)) {
    // A trigger may word its refusal as it likes, under any code.
    const tells = TELLS_NO_VALUE.test(error.code) && named(error, 'routine') !== 'exec_stmt_raise'
    return tells ? masked(error.message) : 'The database refused it; its words may hold values.'
  }
  // A parser quotes the text that it could not read.
  if (error instanceof SyntaxError && /JSON/.test(error.message)) return 'A text is no JSON.'
  return masked(error.message)
}

/** Drizzle's error, or the driver's own: what it was asked stands in its message. */
function isStatement(error: Error): error is Error & { query: string; params: unknown } {
  return 'query' in error && 'params' in error
}

function isDatabase(error: Error): error is Error & { code: string } {
  return 'severity' in error && 'code' in error
}

function statementOf(error: Error): string | undefined {
  const query = 'query' in error && typeof error.query === 'string' ? error.query : undefined
  // As far as its keywords and names go: a literal begins with a quote, a parameter with a dollar sign.
  return query && /^[\s\w".,*]{0,60}/.exec(query)?.[0].replace(/\s+/g, ' ').trim()
}

function named(error: Error, name: string): string | undefined {
  const value: unknown = Reflect.get(error, name)
  return typeof value === 'string' && /^[\w.-]{1,64}$/.test(value) ? value : undefined
}

function masked(text: string): string {
  const words = text.slice(0, MOST_CHARACTERS).split(/\s+/)
  return words.map((word) => (word.includes('@') ? '…@…' : word)).join(' ')
}

/** Where it rose: the message stands above these lines, in as many of its own. */
function framesOf({ message, stack = '' }: Error): string | undefined {
  const begins = message === '' ? 0 : stack.indexOf(message) + message.length
  const frames = stack
    .slice(begins)
    .split('\n')
    .filter((line) => line.startsWith('    at '))
  return frames.length > 0 ? frames.slice(0, MOST_FRAMES).join('\n') : undefined
}

function compact(plain: PlainError): PlainError {
  return Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined)) as PlainError
}
