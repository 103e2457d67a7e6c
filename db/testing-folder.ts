import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'

// Each test file has a DATA_DIR of its own, and so a mailbox, inside that of the run, which goes with it.
process.env.DATA_DIR = mkdtempSync(join(process.env.DATA_DIR ?? '', 'file-'))

// Properties are tried with the same inputs each time, so that a change is judged by what it changes; others are looked
// for by hand: PROPERTY_SEED=random.
const { PROPERTY_SEED = '2020' } = process.env
if (PROPERTY_SEED !== 'random') fc.configureGlobal({ seed: Number(PROPERTY_SEED) })
