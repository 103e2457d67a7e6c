import { afterEach, expect, test, vi } from 'vitest'
import { EmbeddedFailure } from '@/db/embedded'
import { ExpectedFailure } from '@/lib/kernel/faults/errors'
import { runCommand, WrongUsage } from './run-command'

afterEach(() => vi.restoreAllMocks())

async function run(work: () => void): Promise<{ status: unknown; said: string }> {
  let said = ''
  const exit = vi.spyOn(process, 'exit').mockImplementation((() => {}) as unknown as typeof process.exit)
  vi.spyOn(process.stderr, 'write').mockImplementation(((text: string, done: () => void) => {
    said += text
    done()
    return true
  }) as typeof process.stderr.write)
  await runCommand(async () => work(), [])
  return { status: exit.mock.calls[0]?.[0] ?? 0, said }
}

function failing(error: Error): () => void {
  return () => {
    throw error
  }
}

test('success says nothing and ends with 0', async () => {
  expect(await run(() => {})).toEqual({ status: 0, said: '' })
})

test.each([new ExpectedFailure('The disk\n  is full.'), new EmbeddedFailure('The disk is full.')])(
  'an expected failure is one line, and ends with 1',
  async (error) => expect(await run(failing(error))).toEqual({ status: 1, said: 'The disk is full.\n' }),
)

test('wrong usage says what is right, and ends with 2', async () => {
  expect(await run(failing(new WrongUsage('Usage: …')))).toEqual({ status: 2, said: 'Usage: …\n' })
})

test('the unexpected shows its stack, and ends with 1', async () => {
  const { status, said } = await run(failing(new TypeError('surprise')))
  expect([status, said.includes('TypeError: surprise\n    at ')]).toEqual([1, true])
})
