import { readFileSync } from 'node:fs'
import { vi } from 'vitest'

/** As tools/state has every module of the server say that keeps something. */
const MARK = '// State: one copy in a process.\n'
/** What that check does not look at: tests, what is for them, and commands; and the log, whose level is set from outside. */
const UNMARKED = /\/lib\/kernel\/log\.ts$|\.test\.tsx?$|\/testing[^/]*(\.ts$|\/)|\/lib\/cli\/|\/(bench|e2e|tools)\//

/** A module as Vite's runner knows it: by whom it is imported, and what came of running it. */
type Module = { file: string; importers: Set<string>; promise?: unknown; exports?: unknown; evaluated: boolean }
type Worker = { evaluatedModules?: { idToModuleMap?: Map<string, Module> } }

/** A test that counts steps: of what was compiled before it began to count, V8 counts calls only. */
const COUNTS_STEPS = /kernel\/testing\/steps'/

/**
 * Has our modules run anew where they are imported next, but for those that neither hold state nor import one that
 * does: these stay as they are, compiled and warm, from one test file to the next.
 */
export function forgetModules(nextFile?: string): void {
  // Vitest has no word for some of them. Where a later one keeps them elsewhere, all of them are run anew.
  const worker: Worker | undefined = Reflect.get(globalThis, '__vitest_worker__')
  const modules = worker?.evaluatedModules?.idToModuleMap
  if (!modules || (nextFile && COUNTS_STEPS.test(readFileSync(nextFile, 'utf8')))) {
    vi.resetModules()
    return
  }
  const met = new Set<string>()
  const left = [...modules].filter(([, { file }]) => holdsState(file)).map(([id]) => id)
  for (let id = left.pop(); id !== undefined; id = left.pop()) {
    const module = modules.get(id)
    if (!module || met.has(id)) continue
    met.add(id)
    left.push(...module.importers)
    Object.assign(module, { promise: undefined, exports: undefined, evaluated: false })
    module.importers.clear()
  }
}

function holdsState(file: string): boolean {
  if (!file.startsWith(process.cwd()) || file.includes('/node_modules/')) return false
  return UNMARKED.test(file) || (/\.m?[jt]sx?$/.test(file) && readFileSync(file, 'utf8').startsWith(MARK))
}
