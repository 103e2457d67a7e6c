import { chmodSync, mkdirSync, rmSync } from 'node:fs'
import type { TestProject } from 'vitest/node'
import { startEmbedded } from './embedded'
import { migrate } from './migrate'

declare module 'vitest' {
  interface ProvidedContext {
    /** The migrated database that every test file gets a copy of. */
    templateUrl: string
  }
}

/** One server for the whole run of tests, in the run's own DATA_DIR, which goes with it. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = String(project.config.env.DATA_DIR)
  mkdirSync(dataDir)
  // As root, the server runs as another user, who must be able to pass, whatever the umask.
  chmodSync(dataDir, 0o711)
  const server = await startEmbedded({ dataDir })
  await migrate(server.url)
  project.provide('templateUrl', server.url)
  return async () => {
    await server.release()
    rmSync(dataDir, { recursive: true, force: true })
  }
}
