import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const FOLDER = join(import.meta.dirname, 'migrations')

/**
 * What takes away what a process of the version before still asks for or writes: migrations are applied while it serves.
 * What is no longer needed goes with the release after.
 */
const TAKES_AWAY: [string, RegExp][] = [
  ['a table', /\bdrop\s+table\b/i],
  ['a column', /\bdrop\s+column\b/i],
  ['a name', /\brename\b/i],
  ['a null', /\bset\s+not\s+null\b/i],
  ['a type', /\b(set\s+data\s+)?type\s+\S+\s+using\b|\balter\s+column\s+\S+\s+(set\s+data\s+)?type\b/i],
  ['a row without it', /\badd\s+column\b(?![^;]*\bdefault\b)[^;]*\bnot\s+null\b/i],
]

const taken = (sql: string) =>
  sql.split('--> statement-breakpoint').flatMap((statement) => {
    // What a function does stands in it, and not in the change.
    const outside = statement.replace(/\$\$[\s\S]*?\$\$/g, '')
    return TAKES_AWAY.filter(([, pattern]) => pattern.test(outside)).map(([what]) => what)
  })

test('no migration takes away what the version before, which still serves, asks for', () => {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith('.sql'))
  expect(files.length).toBeGreaterThan(60)
  const found = files.flatMap((file) =>
    taken(readFileSync(join(FOLDER, file), 'utf8')).map((what) => `${file}: ${what}`),
  )
  expect(found).toEqual([])
})

test('what takes something away is seen', () => {
  const planted = [
    'DROP TABLE "letters";',
    'ALTER TABLE "letters" DROP COLUMN "state";',
    'ALTER TABLE "letters" RENAME COLUMN "state" TO "stands";',
    'ALTER TABLE "letters" ALTER COLUMN "due_at" SET NOT NULL;',
    'ALTER TABLE "letters" ALTER COLUMN "round" SET DATA TYPE text;',
    'ALTER TABLE "letters" ADD COLUMN "extra" text NOT NULL;',
  ]
  expect(planted.flatMap(taken)).toEqual(TAKES_AWAY.map(([what]) => what))
  expect(taken(`ALTER TABLE "letters" ADD COLUMN "extra" text DEFAULT '' NOT NULL;`)).toEqual([])
})
