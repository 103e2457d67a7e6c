import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config'

const ROOT = import.meta.dirname
const FOLDERS = ['app', 'components', 'db', 'emails', 'lib', 'tools']
const DATABASE = join('db', 'testing.ts')
const RUN = './db/testing-run.ts'

const files = FOLDERS.flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.test\.tsx?$/.test(path))
    .map((path) => join(folder, path)),
)
const answers = new Map<string, boolean>()
const pure = files.filter((file) => !needsDatabase(file))
const database = files.filter((file) => needsDatabase(file))

export default defineConfig({
  test: {
    // Much of a test is waiting for the database: one for each core would leave them idle.
    maxWorkers: availableParallelism() + 1,
    projects: [project('database', database, [RUN, './db/testing-server.ts'], 0), project('pure', pure, [RUN], 1)],
  },
})

/**
 * Whether a test needs the database: it imports `db/testing.ts`, itself or by a file named `testing…`, as all are
 * that set a scene for tests. One that comes to a database in another way is told so there.
 */
function needsDatabase(file: string): boolean {
  const known = answers.get(file)
  if (known !== undefined) return known
  answers.set(file, false)
  const answer = importsOf(file).some(
    (path) => path === DATABASE || (/(^|\/)testing[^/]*(\/[^/]+)?\.ts$/.test(path) && needsDatabase(path)),
  )
  answers.set(file, answer)
  return answer
}

/** The files of ours that this one imports, from the root. */
function importsOf(file: string): string[] {
  const text = readFileSync(join(ROOT, file), 'utf8')
  return [...text.matchAll(/(?:\bfrom|\bimport\(?)\s*'(@\/|\.\.?\/)([^']+)'/g)]
    .map(([, start, rest]) => (start === '@/' ? `${rest}.ts` : join(dirname(file), `${start}${rest}.ts`)))
    .filter((path) => existsSync(join(ROOT, path)))
}

function project(
  name: string,
  include: string[],
  globalSetup: string[],
  groupOrder: number,
): TestProjectInlineConfiguration {
  return {
    resolve: {
      alias: {
        '@': ROOT,
        // Next's bundler lets it pass on the server; plain Node, which runs the tests, would stop at it.
        'server-only': join(ROOT, 'node_modules/server-only/empty.js'),
      },
    },
    test: {
      name,
      include: include.map((path) => path.replace(/[()[\]{}]/g, '\\$&')),
      environment: 'node',
      globalSetup,
      // It imports Next as Next's bundler finds it, and plain Node does not.
      server: { deps: { inline: ['next-auth'] } },
      // What is loaded once for many files, and what for each of them: db/testing-folder.ts.
      isolate: false,
      setupFiles: './db/testing-folder.ts',
      sequence: { groupOrder },
      // For a machine that has ten other things to do as well: nothing is told by how long it takes.
      testTimeout: 600_000,
      hookTimeout: 600_000,
      expect: { poll: { timeout: 120_000 } },
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
  }
}
