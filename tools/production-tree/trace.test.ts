import { realpathSync } from 'node:fs'
import { createRequire } from 'node:module'
import { relative } from 'node:path'
import { expect, test } from 'vitest'
import { faultsOf } from './faults'
import { traced } from './trace'

const WHOLE = [
  'node_modules/@fontsource/libre-franklin/files/libre-franklin-latin-400-normal.woff',
  'node_modules/@fontsource/source-serif-4/files/source-serif-4-latin-400-normal.woff',
  'node_modules/@img/sharp-linux-arm64/lib/sharp-linux-arm64.node',
  'node_modules/@img/sharp-libvips-linux-arm64/lib/libvips-cpp.so.8.17.3',
  'node_modules/pino/pino.js',
  'node_modules/tinypool/dist/entry/worker.js',
]

test('finds no fault in a list with all that is read and nothing of development', () => {
  expect(faultsOf(WHOLE, { 'node_modules/pino': {}, 'node_modules/tsx': { dev: true } })).toEqual([])
})

test.each(WHOLE)('misses %s', (file) => {
  expect(
    faultsOf(
      WHOLE.filter((each) => each !== file),
      {},
    ),
  ).toHaveLength(1)
})

test.each([
  ['node_modules/vitest/dist/index.js', 'node_modules/vitest'],
  ['node_modules/@types/react/index.js', 'node_modules/@types/react'],
  ['node_modules/vite/node_modules/esbuild/lib/main.js', 'node_modules/vite/node_modules/esbuild'],
])('names %s as of development', (file, name) => {
  expect(faultsOf([...WHOLE, file], { [name]: { dev: true } })).toEqual([expect.stringContaining(name)])
})

test('traces what is native, what is asked for by name, and the one of two files that Node takes', async () => {
  const files = await traced(process.cwd(), [
    'node_modules/pino/pino.js',
    'node_modules/sharp/dist/index.mjs',
    'node_modules/tinypool/dist/index.js',
    'node_modules/next/dist/shared/lib/head.js',
  ])
  expect(files).toContainEqual(expect.stringMatching(/^node_modules\/@img\/sharp-.+\.node$/))
  expect(files).toContainEqual(expect.stringMatching(/^node_modules\/@img\/sharp-(libvips|win32)-.+\.(so|dylib|dll)/))
  expect(files).toContain('node_modules/tinypool/dist/entry/worker.js')
  const helper = realpathSync(createRequire(import.meta.url).resolve('@swc/helpers/_/_interop_require_default'))
  expect(files).toContain(relative(process.cwd(), helper))
})
