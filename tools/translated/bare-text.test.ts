import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { bareTexts } from './bare-text'

const ROOT = join(import.meta.dirname, '../..')

const sourceOf = (file: string) => readFileSync(join(ROOT, file), 'utf8')
const jsx = (text: string) => bareTexts(`export const Shown = () => ${text}`)

describe('every component that runs in a browser', () => {
  const files = inBrowsers()

  test('is looked at, with those that it is made of', () => {
    expect(files).toEqual(expect.arrayContaining(['components/letter/word-count.tsx', 'components/ui/field.tsx']))
    expect(files.length).toBeGreaterThan(35)
  })

  test.each(files)(
    '%s has each text that can change, or has a neighbour that can, in an element of its own',
    (file) => {
      expect(bareTexts(sourceOf(file))).toEqual([])
    },
  )
})

describe('what is found', () => {
  test.each([
    ['<p>{one} of {two}</p>', 3],
    ['<p>{isOpen && <b>Open</b>} Always</p>', 1],
    ['<p>Always {isOpen ? <b>Open</b> : null}</p>', 1],
    ['<p><b>Open</b>{isOpen && "now"}</p>', 1],
    ['<><b>Open</b>{words}</>', 1],
    ['<>{words}</>', 1],
    ['<p>{isOpen && <>Open <b>now</b></>}<b>Always</b></p>', 1],
    ['<ul>{list.map((one) => one.name)}<li>Last</li></ul>', 1],
    ['<Button>{isOpen ? "Close" : "Open"}</Button>', 1],
    ['<Button>Copy the {label}</Button>', 2],
  ])('%s', (text, many) => expect(jsx(text)).toHaveLength(many))
})

describe('what may stay', () => {
  test.each([
    '<p>{words}</p>',
    '<p>Always <b>this</b></p>',
    '<p>{[one, two].join(" of ")}</p>',
    '<p>{isOpen && <b>Open</b>}<span>Always</span></p>',
    '<p>{isOpen ? <b>Open</b> : <i>Closed</i>}<b>Always</b></p>',
    '<p>{isOpen && <ChangingText>{words}</ChangingText>}<b>Always</b></p>',
    '<p><Unbroken>{words}</Unbroken><b>Always</b></p>',
    '<ul>{list.map((one) => <li>{one}</li>)}<li>Last</li></ul>',
    '<ul>{list.map((one) => { const { name } = one; return <li>{name}</li> })}<li>Last</li></ul>',
    '<ul>{list?.map((one) => <li>{one}</li>)}<li>Last</li></ul>',
    '<div>{children}{isOpen && <b>Open</b>}</div>',
    '<p>\n  {isOpen && <b>Open</b>}\n  {/* why */}\n  <b>Always</b>\n</p>',
    '<Button>Always</Button>',
    "<p><b>One</b>{' '}<b>Two</b></p>",
  ])('%s', (text) => expect(jsx(text)).toEqual([]))
})

/** The components that run in a browser: those that say so, and all that they import. */
function inBrowsers(): string[] {
  const found = new Set<string>()
  const add = (file: string) => {
    if (found.has(file)) return
    found.add(file)
    for (const other of importsOf(file)) add(other)
  }
  const files = ['app', 'components'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
  )
  for (const file of files) {
    if (file.endsWith('.tsx') && !file.endsWith('.test.tsx') && sourceOf(file).startsWith("'use client'")) add(file)
  }
  return [...found].sort()
}

function importsOf(file: string): string[] {
  return [...sourceOf(file).matchAll(/\bfrom '(@\/|\.\.?\/)([^']+)'/g)]
    .map(([, start, rest]) => (start === '@/' ? `${rest}.tsx` : join(dirname(file), `${start}${rest}.tsx`)))
    .filter((path) => existsSync(join(ROOT, path)))
}
