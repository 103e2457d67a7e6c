import { z } from 'zod'

/** What a runner of tests counted; `flaky` names what passed at its second try. */
export type Counts = { passed: number; failed: number; skipped: number; flaky: string[] }

/** What Vitest's JSON reporter writes. */
export const units = z
  .object({
    numPassedTests: z.number(),
    numFailedTests: z.number(),
    numPendingTests: z.number(),
    numTodoTests: z.number(),
  })
  .transform(
    (all): Counts => ({
      passed: all.numPassedTests,
      failed: all.numFailedTests,
      skipped: all.numPendingTests + all.numTodoTests,
      flaky: [],
    }),
  )

const suite = z.object({
  specs: z.array(z.object({ file: z.string(), title: z.string(), tests: z.array(z.object({ status: z.string() })) })),
  get suites() {
    return z.array(suite).optional()
  },
})

/** What Playwright's JSON reporter writes. */
export const journeys = z
  .object({
    stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
    suites: z.array(suite),
  })
  .transform(
    ({ stats, suites }): Counts => ({
      passed: stats.expected + stats.flaky,
      failed: stats.unexpected,
      skipped: stats.skipped,
      flaky: suites.flatMap(flakyIn),
    }),
  )

function flakyIn({ specs, suites = [] }: z.infer<typeof suite>): string[] {
  const own = specs.filter(({ tests }) => tests.some(({ status }) => status === 'flaky'))
  return [...own.map(({ file, title }) => `${file}: ${title}`), ...suites.flatMap(flakyIn)]
}

/** The last lines of a run: what was flaky, by name, and the sums. */
export function summary(all: Counts[]): string[] {
  const sum = (kind: 'passed' | 'failed' | 'skipped') => all.reduce((total, counts) => total + counts[kind], 0)
  const skipped = sum('skipped') > 0 ? `, ${sum('skipped')} skipped` : ''
  return [
    ...all.flatMap(({ flaky }) => flaky).map((name) => `Flaky, passed at the second try: ${name}`),
    `${sum('passed')} passed, ${sum('failed')} failed${skipped}`,
  ]
}
