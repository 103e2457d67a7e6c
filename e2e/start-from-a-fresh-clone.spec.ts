import { freshClone, removeClone } from './fixtures/fresh-clone'
import { startInFreshClone } from './fixtures/fresh-start'
import { test } from './fixtures/test'

test('two commands start everything in a new folder, a second start builds nothing, and Ctrl-C leaves nothing', async () => {
  // `npm test` has done it beside the unit tests (run-all.ts), and all tests run what it built. A second try does it anew.
  const fault = process.env.E2E_FAULT_OF_FRESH_START
  if (fault !== undefined && test.info().retry === 0) {
    if (fault !== '') throw new Error(fault)
    return
  }
  test.setTimeout(15 * 60_000)
  const root = freshClone()
  try {
    await startInFreshClone(root)
  } finally {
    removeClone(root)
  }
})
