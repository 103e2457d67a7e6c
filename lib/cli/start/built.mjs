// What was built, for programs that are no TypeScript themselves: who runs what was built loads no compiler.
import { existsSync, readFileSync } from 'node:fs'
import { sourceHash } from './source-hash.mjs'

const BUILT = ['.next/BUILD_ID', '.next/source-hash', 'dist/server.js']

/** Whether all is built, and from the sources that are here; an image may hold what was built, and no sources. */
export function isBuilt() {
  if (!BUILT.every((file) => existsSync(file))) return false
  return !hasSources() || readFileSync('.next/source-hash', 'utf8') === sourceHash(process.cwd())
}

/** Whether what builds is here: the sources, and the packages of development. */
export function canBuild() {
  return hasSources() && existsSync('node_modules/tsx') && existsSync('node_modules/esbuild')
}

/** Says in one line what to do where nothing was built and nothing can be. */
export function refuseUnbuilt() {
  process.stderr.write(
    'Nothing is built from these sources, and what builds is not installed: run `npm ci && npm run build`, then `npm ci --omit=dev` if you like.\n',
  )
  process.exit(1)
}

/** @param {string} file of the server, compiled @returns {Promise<unknown>} */
export function built(file) {
  return import(new URL(`../../../dist/${file}`, import.meta.url).href)
}

function hasSources() {
  return existsSync('server.ts')
}
