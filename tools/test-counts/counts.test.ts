import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { journeys, summary, units } from './counts'

/** As Playwright 1.65 wrote it for five tests, two of them flaky; without its settings and errors. */
const recorded: unknown = JSON.parse(readFileSync(join(import.meta.dirname, 'recorded-journeys.json'), 'utf8'))

it('names what passed at its second try, in groups as well, and counts it as passed', () => {
  expect(journeys.parse(recorded)).toEqual({
    passed: 3,
    failed: 1,
    skipped: 1,
    flaky: ['sometimes.spec.mjs: passes at the second try', 'sometimes.spec.mjs: passes at the second try as well'],
  })
})

it('ends with the sums of both runners, after the flaky ones by name', () => {
  const pure = { numPassedTests: 10, numFailedTests: 0, numPendingTests: 1, numTodoTests: 1 }
  expect(summary([units.parse(pure), journeys.parse(recorded)])).toEqual([
    'Flaky, passed at the second try: sometimes.spec.mjs: passes at the second try',
    'Flaky, passed at the second try: sometimes.spec.mjs: passes at the second try as well',
    '13 passed, 1 failed, 3 skipped',
  ])
  expect(summary([units.parse({ ...pure, numPendingTests: 0, numTodoTests: 0 })])).toEqual(['10 passed, 0 failed'])
})
