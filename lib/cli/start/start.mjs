// `npm start`: builds when the sources have changed, then runs what was built. It is no TypeScript itself, so that a
// start without a build loads no compiler.
import { spawn } from 'node:child_process'
import { built, canBuild, isBuilt, refuseUnbuilt } from './built.mjs'

if (!isBuilt()) {
  if (!canBuild()) refuseUnbuilt()
  const status = await build()
  if (status !== 0) process.exit(status)
}
await built('lib/cli/start/refuse-early.js')
await built('server.js')

/** The build ends with us: a signal that comes meanwhile is meant for both. */
function build() {
  const child = spawn(process.execPath, ['--import', 'tsx', 'lib/cli/start/build-first.ts'], { stdio: 'inherit' })
  const pass = (signal) => child.kill(signal)
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
  for (const signal of signals) process.on(signal, pass)
  return new Promise((done) => {
    child.once('error', () => done(1))
    child.once('exit', (status) => {
      for (const signal of signals) process.off(signal, pass)
      done(status ?? 1)
    })
  })
}
