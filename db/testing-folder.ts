import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, vi } from 'vitest'
import { forgetModules } from './testing-modules'

// A worker takes one test file after another and loads packages once, and of our own modules what holds no state. What
// does, and the environment, are each file's own: as they were before the first.
const AT_FIRST = Symbol.for('the environment before the first test file')
const first: NodeJS.ProcessEnv = Reflect.get(globalThis, AT_FIRST) ?? { ...process.env }
Reflect.set(globalThis, AT_FIRST, first)
vi.useRealTimers()
vi.restoreAllMocks()
vi.unstubAllGlobals()
vi.unstubAllEnvs()
for (const name of Object.keys(process.env)) if (!(name in first)) delete process.env[name]
Object.assign(process.env, first)
forgetModules(expect.getState().testPath)

// Each test file has a DATA_DIR of its own, and so a mailbox, inside that of the run, which goes with it.
process.env.DATA_DIR = mkdtempSync(join(process.env.DATA_DIR ?? '', 'file-'))

// Properties are tried with the same inputs each time, so that a change is judged by what it changes; others are looked
// for by hand: PROPERTY_SEED=random.
const { PROPERTY_SEED = '2020' } = process.env
if (PROPERTY_SEED !== 'random') fc.configureGlobal({ seed: Number(PROPERTY_SEED) })
