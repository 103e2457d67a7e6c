import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'

const run = promisify(execFile)
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'expressions-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** What the check says of a file with this in it, and how it ends. */
async function checked(source: string): Promise<{ code: number; said: string }> {
  await writeFile(join(folder, 'planted.ts'), source)
  try {
    const { stdout } = await run(process.execPath, ['--import', 'tsx', 'tools/check-expressions.ts', folder])
    return { code: 0, said: stdout }
  } catch (error) {
    const { code, stderr } = error as { code: number; stderr: string }
    return { code, said: stderr }
  }
}

test('an expression that is more than linear fails the check, and is named with its place', async () => {
  const planted = [
    String.raw`/[^\S\n]+$/gm`,
    String.raw`/[^\s<>]+@[^\s<>]+/g`,
    '/(a+)+b/',
    String.raw`/<\/?[a-z][^>]*>/i`,
    String.raw`/\{+[^{}]*\}+|[{}]/g`,
    "new RegExp('^' + text)",
  ]
  const source = planted.map((each, at) => `export const planted${at} = (text: string) => ${each}.test(text)`)
  const { code, said } = await checked(source.join('\n'))
  expect(code).toBe(1)
  const lines = said.trim().split('\n')
  expect(lines.map((line) => Number(/planted\.ts:(\d+):/.exec(line)?.[1])).sort()).toEqual([1, 2, 3, 4, 5, 6])
})

test('one that is linear passes', async () => {
  const { code } = await checked(String.raw`export const PLAIN = [/\s+/g, /^[a-z0-9-]+$/, /(?<!\/)\/+$/, /a{1,9}b/]`)
  expect(code).toBe(0)
})
