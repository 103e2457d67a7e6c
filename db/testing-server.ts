import type { TestProject } from 'vitest/node'
import { startEmbedded } from './embedded'
import { migrate } from './migrate'

declare module 'vitest' {
  interface ProvidedContext {
    /** The migrated database that every test file gets a copy of. */
    templateUrl: string
  }
}

// Nothing has to outlive the run, and nobody looks after tables that are gone in a moment.
const FORGETFUL = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  autovacuum: 'off',
}

/** One server for all test files that need a database. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const server = await startEmbedded({ dataDir: String(project.config.env.DATA_DIR), options: FORGETFUL })
  await migrate(server.url)
  project.provide('templateUrl', server.url)
  return () => server.release()
}
