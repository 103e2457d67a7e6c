// `npm start`: builds when the sources have changed, then runs what was built. It is no TypeScript itself, so that a
// start without a build loads no compiler.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { sourceHash } from './source-hash.mjs'

if (!isBuilt()) {
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', 'lib/cli/start/build.ts'], { stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}
await built('lib/cli/start/refuse-early.js')
await built('server.js')

function built(file) {
  return import(new URL(`../../../dist/${file}`, import.meta.url).href)
}

function isBuilt() {
  const files = ['.next/BUILD_ID', '.next/source-hash', 'dist/server.js']
  if (!files.every((file) => existsSync(file))) return false
  // An image may hold what was built, and no sources.
  return !existsSync('server.ts') || readFileSync('.next/source-hash', 'utf8') === sourceHash(process.cwd())
}
