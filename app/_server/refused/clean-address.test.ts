import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { PUBLIC_PARAMETERS } from './clean-address'

const PUBLIC_PAGES = ['app/(public)', 'app/preview']

/** What a file says that it reads of its address's query. */
function readIn(source: string): string[] {
  const types = [...source.matchAll(/searchParams: Promise<([^=]*?)>\n|type Query = ([^=]*?)\n/g)]
  const asked = [...source.matchAll(/searchParams\.get\('(\w+)'\)/g)].map(([, name = '']) => name)
  return [
    ...asked,
    ...types.flatMap(([, one = '', other = '']) =>
      [...`${one}${other}`.matchAll(/'(\w+)'|(\w+)\?:/g)].map(([, quoted, key]) => quoted ?? key ?? ''),
    ),
  ]
}

test('everything that a public page reads of its address reaches it', () => {
  const read = PUBLIC_PAGES.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .flatMap((file) => readIn(readFileSync(join(folder, file), 'utf8'))),
  )
  expect(read).toEqual(expect.arrayContaining(['postcode', 'constituency', 'find', 'choice', 'seat', 'confirmed']))
  expect(read.filter((name) => !PUBLIC_PARAMETERS.has(name))).toEqual([])
})
