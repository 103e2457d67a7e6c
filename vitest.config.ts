import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: {
    alias: {
      '@': import.meta.dirname,
      // Next's bundler lets it pass on the server; plain Node, which runs the tests, would stop at it.
      'server-only': join(import.meta.dirname, 'node_modules/server-only/empty.js'),
    },
  },
  test: {
    environment: 'node',
    globalSetup: './db/testing-server.ts',
    setupFiles: './db/testing-folder.ts',
    // Much of a test is waiting for the database: on two cores, one alone would leave them idle.
    maxWorkers: '100%',
    // For a machine that has other things to do as well.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    exclude: ['e2e/**', 'node_modules/**', '.next/**', '.data/**'],
    // What a test does not set itself; a developer's own settings must not change its outcome.
    env: {
      DATABASE_URL: '',
      DATA_DIR: join(tmpdir(), `dear-mp-test-${randomBytes(6).toString('hex')}`),
      APP_URL: 'http://localhost:3000',
      AUTH_SECRET: 'a secret that only the tests know',
      DATA_KEYS: '0f'.repeat(32),
      LOG_LEVEL: 'silent',
    },
  },
})
