import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const ROOMS = ['kernel', 'audit', 'settings', 'limits', 'jobs', 'mailer', 'staff', 'directory', 'content'].concat(
  ['supporters', 'writing', 'letters', 'delivery', 'figures', 'webhooks', 'campaigns', 'messages'],
  ['privacy', 'worker', 'cli'],
)

/** Each file that is planted imports one other, and the rule that forbids it. */
const forbidden: [from: string, to: string, rule: string][] = [
  ...ROOMS.slice(1).map((room, at): [string, string, string] => {
    const left = ROOMS[at] ?? ''
    return [`lib/${left}/to-the-right.ts`, `@/lib/${room}/plain`, `lib-${left}-imports-leftwards`]
  }),
  ['lib/kernel/to-the-end.ts', '@/lib/cli/plain', 'lib-kernel-imports-leftwards'],
  ['lib/letters/next.ts', 'next/headers', 'next-in-app-only'],
  ['lib/staff/next-auth.ts', 'next-auth', 'next-in-app-only'],
  ['db/next.ts', 'next/server', 'next-in-app-only'],
  ['emails/next.tsx', 'next/link', 'next-in-app-only'],
  ['lib/letters/app.ts', '@/app/_server/plain', 'nobody-imports-app'],
  ['components/app.tsx', '@/app/_server/plain', 'nobody-imports-app'],
  ['lib/letters/e2e.ts', '@/e2e/plain', 'product-stands-alone'],
  ['app/staff/e2e.ts', '@/e2e/plain', 'product-stands-alone'],
  ['lib/letters/tools.ts', '@/tools/plain', 'product-stands-alone'],
  ['app/bench.ts', '@/bench/plain', 'product-stands-alone'],
  ['lib/letters/for-tests.ts', './testing', 'product-stands-alone'],
  ['db/for-tests.ts', '@/db/testing-plain', 'product-stands-alone'],
  ['app/for-tests.ts', '@/lib/letters/testing/plain', 'product-stands-alone'],
  ['lib/letters/a-test.ts', './plain.test', 'product-stands-alone'],
  ['lib/letters/server.ts', '@/server', 'server-starts-and-is-no-part'],
  ['app/(public)/staff.ts', '@/app/staff/plain', 'public-pages-stand-alone'],
  ['app/(public)/preview.ts', '@/app/preview/plain', 'public-pages-stand-alone'],
  ['app/preview/staff.ts', '@/app/staff/plain', 'staff-and-previews-apart'],
  ['app/staff/preview.ts', '@/app/preview/plain', 'staff-and-previews-apart'],
  ['app/staff/letters/sideways.ts', '@/app/staff/exports/plain', 'pages-of-staff-side-by-side'],
  ['app/(public)/letters/sideways.ts', '@/app/(public)/confirm/plain', 'pages-of-public-side-by-side'],
  ['app/api/health/sideways.ts', '@/app/api/v1/plain', 'pages-of-api-side-by-side'],
  ['app/staff/env.ts', '@/lib/kernel/env', 'environment-at-the-edge'],
  ['lib/letters/env.ts', '@/lib/kernel/env', 'environment-at-the-edge'],
  ['app/staff/letters/form.ts', './plain', 'compiled-whole'],
  ['app/_pictures/component.tsx', '@/components/plain', 'compiled-whole'],
  ['app/_server/page.ts', '@/app/(public)/plain', 'front-knows-no-page'],
  ['app/_drawing/page.ts', '@/app/staff/plain', 'front-knows-no-page'],
  ['app/staff/db.ts', '@/db/plain', 'database-behind-lib'],
  ['components/ui/letter.tsx', '@/components/plain', 'ui-without-the-field'],
  ['components/ui/lib.tsx', '@/lib/letters/input', 'ui-without-the-field'],
  ['lib/letters/components.ts', '@/components/plain', 'only-app-imports-components'],
  ['emails/components.tsx', '@/components/plain', 'only-app-imports-components'],
  ['components/impure.tsx', '@/lib/letters/plain', 'components-import-pure-lib-only'],
  ['components/db.tsx', '@/db/plain', 'components-import-pure-lib-only'],
  ['components/emails.tsx', '@/emails/plain', 'components-import-pure-lib-only'],
  ['db/lib.ts', '@/lib/kernel/plain', 'db-and-emails-import-packages-only'],
  ['emails/lib.tsx', '@/lib/kernel/plain', 'db-and-emails-import-packages-only'],
  ['db/emails.ts', '@/emails/plain', 'db-and-emails-apart'],
  ['emails/db.tsx', '@/db/plain', 'emails-and-db-apart'],
  ['app/drizzle.ts', 'drizzle-orm', 'drizzle-in-lib-and-db-only'],
  ['components/drizzle.tsx', 'drizzle-orm', 'drizzle-in-lib-and-db-only'],
  ['lib/kernel/round-one.ts', './round-two', 'no-cycles'],
]

const permitted: [from: string, to: string][] = [
  ...ROOMS.slice(1).map((room, at): [string, string] => [`lib/${room}/to-the-left.ts`, `@/lib/${ROOMS[at]}/plain`]),
  ['lib/cli/to-the-start.ts', '@/lib/kernel/plain'],
  ['lib/kernel/set-the-scene.test.ts', '@/lib/cli/plain'],
  ['lib/kernel/db.ts', '@/db/plain'],
  ['lib/messages/emails.ts', '@/emails/plain'],
  ['lib/kernel/drizzle.ts', 'drizzle-orm'],
  ['app/lib.ts', '@/lib/cli/plain'],
  ['app/components.ts', '@/components/plain'],
  ['app/next.ts', 'next/headers'],
  ['components/pure.tsx', '@/lib/letters/input'],
  ['components/ui/pure.tsx', '@/lib/kernel/text'],
  ['app/staff/public.ts', '@/app/(public)/plain'],
  ['app/staff/beside.ts', '@/app/staff/plain'],
  ['app/staff/letters/shared.ts', '@/app/staff/_figures/plain'],
  ['app/staff/letters/own.ts', '@/app/staff/letters/plain'],
  ['app/staff/letters/[letter]/above.ts', '@/app/staff/letters/plain'],
  ['app/staff/exports/form.ts', '@/app/_server/plain'],
  ['app/staff/exports/above.ts', '@/app/staff/plain'],
  ['app/(public)/letters/own.ts', '@/app/(public)/letters/plain'],
  ['app/preview/public.ts', '@/app/(public)/plain'],
  ['app/staff/words.ts', '@/db/schema/plain'],
  ['app/_server/db.ts', '@/db/plain'],
  ['app/_server/env.ts', '@/lib/kernel/env'],
  ['lib/letters/tools.test.ts', '@/tools/plain'],
  ['lib/letters/testing.ts', '@/lib/kernel/testing/plain'],
]

/** Ways to write an import, each of what lies to the right. */
const ways: [how: string, source: string][] = [
  ['of types alone', "import type * as it from '@/lib/letters/plain'\nexport type It = typeof it"],
  ['of a type within another', "export type It = typeof import('@/lib/letters/plain')"],
  ['when it is called', "export const has = () => import('@/lib/letters/plain')"],
  ['by require', "export const has = () => require('../letters/plain')"],
  ['by passing it on', "export { plain } from '@/lib/letters/plain'"],
  ['by passing all of it on', "export * from '@/lib/letters/plain'"],
  ['up and down', "import * as it from '../letters/plain'\nexport const has = { it }"],
]

const folder = mkdtempSync(join(tmpdir(), 'imports-'))
let found: string[]

beforeAll(() => {
  const plain = [
    ...ROOMS.map((room) => `lib/${room}`),
    'lib/letters',
    'app/_server',
    'components',
    'db',
    'emails',
    'e2e',
    ...['app/(public)', 'app/staff', 'app/preview', 'db/schema', 'tools', 'bench', 'lib/letters/testing'],
    'lib/kernel/testing',
    ...['app/staff/_figures', 'app/staff/letters', 'app/staff/exports', 'app/api/v1'],
    ...['app/(public)/letters', 'app/(public)/confirm'],
  ]
  for (const place of plain) plant(`${place}/plain.ts`, 'export const plain = 1')
  const more = [
    'lib/letters/input',
    'lib/letters/plain.test',
    'lib/kernel/text',
    'lib/kernel/env',
    'db/testing-plain',
    'server',
  ]
  for (const file of more) plant(`${file}.ts`, 'export const plain = 1')
  for (const [at, [, source]] of ways.entries()) plant(`lib/kernel/way-${at}.ts`, source)
  for (const [from, to] of [...forbidden, ...permitted])
    plant(from, `import * as it from '${to}'\nexport const has = { it }`)
  plant(
    'tsconfig.json',
    JSON.stringify({ compilerOptions: { paths: { '@/*': ['./*'] }, moduleResolution: 'bundler' } }),
  )
  plant('lib/kernel/round-two.ts', "export * from './round-one'")
  for (const part of ['next/headers', 'next/server', 'next/link', 'next-auth/index', 'drizzle-orm/index']) {
    plant(`node_modules/${part}.js`, 'export const plain = 1')
  }
  found = violations()
})
afterAll(() => rmSync(folder, { recursive: true }))

function plant(file: string, source: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true })
  writeFileSync(join(folder, file), source)
}

/** What the project's own rules say of what is planted, as `file rule`. */
function violations(): string[] {
  const { stdout } = spawnSync(
    process.execPath,
    [
      resolve('node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
      ...['--config', resolve('.dependency-cruiser.cjs'), '--output-type', 'json'],
      ...['app', 'components', 'db', 'emails', 'lib'],
    ],
    { cwd: folder, encoding: 'utf8', maxBuffer: 64_000_000 },
  )
  const { summary } = JSON.parse(stdout) as { summary: { violations: { from: string; rule: { name: string } }[] } }
  return summary.violations.map(({ from, rule }) => `${from} ${rule.name}`)
}

describe('the check of imports', () => {
  test.each(forbidden)('refuses that %s imports %s', (from, _to, rule) => expect(found).toContain(`${from} ${rule}`))

  test.each(ways)('sees an import %s', (how) => {
    const at = ways.findIndex(([other]) => other === how)
    expect(found).toContain(`lib/kernel/way-${at}.ts lib-kernel-imports-leftwards`)
  })

  test.each(permitted)('lets %s import %s', (from) => {
    expect(found.filter((violation) => violation.startsWith(`${from} `))).toEqual([])
  })
})

/** What Biome, as it is set up here, says of `rule` about the files that are planted. */
function linted(rule: RegExp): string[] {
  for (const file of ['biome.json', '.gitignore']) copyFileSync(file, join(folder, file))
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [
      resolve('node_modules/@biomejs/biome/bin/biome'),
      ...['lint', '--max-diagnostics=200', 'app', 'components', 'db', 'lib'],
    ],
    { cwd: folder, encoding: 'utf8' },
  )
  const named = [...`${stdout}${stderr}`.matchAll(/^(\S+):\d+:\d+ (\S+)/gm)]
  return [...new Set(named.flatMap(([, file = '', name = '']) => (rule.test(name) ? [file] : [])))].sort()
}

test('the environment is read in its own places alone', () => {
  const refused = [
    'lib/letters/env.ts',
    'lib/kernel/planted-env.ts',
    'app/_server/env.ts',
    'components/env.tsx',
    'db/env.ts',
  ]
  for (const file of [...refused, 'lib/kernel/env.ts']) plant(file, 'export const url = process.env.DATABASE_URL\n')
  const byName = {
    'lib/letters/env-by-name.ts': "import { env } from 'node:process'\n\nexport const url = env.DATABASE_URL\n",
    'lib/letters/env-in-brackets.ts': "export const url = process['env'].DATABASE_URL\n",
  }
  for (const [file, source] of Object.entries(byName)) plant(file, source)
  expect(linted(/noProcessEnv/)).toEqual([...refused, ...Object.keys(byName)].sort())
})

test('nothing is kept in what all modules share', () => {
  const refused = {
    'lib/letters/shared.ts': 'export const keep = () => Object.assign(globalThis, { kept: 1 })\n',
    'app/_server/shared.ts': 'export const keep = () => Reflect.set(global, Symbol.for("kept"), 1)\n',
  }
  for (const [file, source] of Object.entries({
    ...refused,
    'lib/letters/own.test.ts': refused['lib/letters/shared.ts'],
  }))
    plant(file, source)
  expect(linted(/noRestrictedGlobals/)).toEqual(Object.keys(refused).sort())
})
