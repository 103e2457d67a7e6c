import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const folder = import.meta.dirname
const isCommand = (file: string) =>
  /\.ts$/.test(file) &&
  !file.endsWith('.test.ts') &&
  /^await runCommand\(/m.test(readFileSync(join(folder, file), 'utf8'))

test('each command says before it loads anything else which half of React it runs: the worker’s e-mails are the web’s', () => {
  const commands = readdirSync(folder).filter(isCommand)
  expect(commands).toContain('worker.ts')
  for (const file of commands) {
    const [first] = readFileSync(join(folder, file), 'utf8').split('\n')
    expect([file, first]).toEqual([file, "import '@/lib/kernel/node-env'"])
  }
})
