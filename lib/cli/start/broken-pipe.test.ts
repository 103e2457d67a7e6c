import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, test } from 'vitest'
import { compiledServer } from './testing-compiled'

// As Next does it: a failure that nobody catches is printed.
const program = (compiled: string) => `
  process.on('uncaughtException', (error) => { failures += 1; console.error(error) })
  let failures = 0
  const { outliveReaders } = await import('${compiled}/lib/cli/start/broken-pipe.js')
  outliveReaders()
  console.log('running')
  setInterval(() => { console.log('a line'); console.error('another') }, 20)
  setTimeout(() => process.exit(failures === 0 ? 7 : 1), 600)
`

test('a process whose output nobody reads any more goes on, and does not print its failure to print', async () => {
  const child = spawn(process.execPath, ['--input-type=module', '-e', program(await compiledServer())])
  await once(child.stdout, 'data')
  child.stdout.destroy()
  child.stderr.destroy()
  expect(await once(child, 'exit')).toEqual([7, null])
})
