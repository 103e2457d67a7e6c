import { chmodSync, mkdirSync, rmSync } from 'node:fs'
import type { TestProject } from 'vitest/node'

/** The folder of a run of tests, in which each test file has its own; it goes with the run. */
export default function setUp(project: TestProject): () => void {
  const dataDir = String(project.config.env.DATA_DIR)
  mkdirSync(dataDir, { recursive: true })
  // As root, the database's server runs as another user, who must be able to pass, whatever the umask.
  chmodSync(dataDir, 0o711)
  return () => rmSync(dataDir, { recursive: true, force: true })
}
