import { Session } from 'node:inspector'
import { setFlagsFromString } from 'node:v8'
import { afterAll, vi } from 'vitest'

type Taken = { result: { functions: { ranges: { count: number }[] }[] }[] }

const COMPILERS = ['opt', 'maglev']

let session: Session | undefined

/**
 * How many steps a function takes, whatever the machine does meanwhile: how often each block of JavaScript is run, ours
 * and the libraries', as V8 counts it for coverage. What V8 does in its own code (an expression, `indexOf`, a sort) is
 * one step: expressions are judged by `check-expressions`.
 */
export function stepsOf(work: () => unknown): number {
  session ??= counting()
  post(session, 'Profiler.takePreciseCoverage')
  work()
  const { result } = post(session, 'Profiler.takePreciseCoverage') as Taken
  let steps = 0
  for (const { functions } of result) for (const { ranges } of functions) for (const { count } of ranges) steps += count
  return steps
}

// The next file of this process is to run as fast as ever.
afterAll(() => {
  if (!session) return
  post(session, 'Profiler.stopPreciseCoverage')
  post(session, 'Profiler.disable')
  session.disconnect()
  session = undefined
  for (const compiler of COMPILERS) setFlagsFromString(`--${compiler}`)
  vi.resetModules()
})

/** Counting goes on until the tests of a file end, with nothing optimised: the calls of optimised code are not counted. */
function counting(): Session {
  for (const compiler of COMPILERS) setFlagsFromString(`--no-${compiler}`)
  const started = new Session()
  started.connect()
  post(started, 'Profiler.enable')
  post(started, 'Profiler.startPreciseCoverage', { callCount: true, detailed: true })
  return started
}

/** The session answers within the call: only its type lets it come later. */
function post(to: Session, method: string, parameters: object = {}): unknown {
  let answer: unknown
  to.post(method, parameters, (error, result) => {
    if (error) throw error
    answer = result
  })
  return answer
}
