import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, test } from 'vitest'

// As Next does it: a failure that nobody catches is printed.
const PROGRAM = `
  process.on('uncaughtException', (error) => { failures += 1; console.error(error) })
  let failures = 0
  const { outliveReaders } = await import('./lib/cli/start/closed-output.ts')
  outliveReaders()
  console.log('running')
  setInterval(() => { console.log('a line'); console.error('another') }, 20)
  setTimeout(() => process.exit(failures === 0 ? 7 : 1), 600)
`

test('a process whose output nobody reads any more goes on, and does not print its failure to print', async () => {
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', PROGRAM])
  await once(child.stdout, 'data')
  child.stdout.destroy()
  child.stderr.destroy()
  expect(await once(child, 'exit')).toEqual([7, null])
}, 60_000)
