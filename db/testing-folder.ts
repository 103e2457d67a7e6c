import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'

// Each test file has a DATA_DIR of its own, and so a mailbox, inside that of the run, which goes with it.
process.env.DATA_DIR = mkdtempSync(join(process.env.DATA_DIR ?? '', 'file-'))
