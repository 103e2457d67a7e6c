import { readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { addressOf } from '@/app/_server/routes/address'
import { type Answer, ask } from './fixtures/by-http'
import { wordsOf } from './fixtures/forms'
import { CAMPAIGN } from './fixtures/path'
import { session } from './fixtures/staff'
import { expect, product, test } from './fixtures/test'

const APP = join(import.meta.dirname, '../app')
const UUID = '00000000-0000-4000-8000-000000000000'
/** What nobody has, for each part in brackets of an address: of a right form, and of a wrong one. */
const UNKNOWN: Record<string, string[]> = {
  slug: ['unknown', CAMPAIGN.split('/')[2] ?? ''],
  seat: ['E14999999', 'x'],
  stage: ['words', 'x'],
  step: ['nothing'],
  size: ['nothing'],
  token: ['abc'],
  mailing: ['abc', 'abc.abc'],
  key: ['0', UUID],
  id: ['0', UUID],
  webhook: [UUID],
  letter: ['abc'],
  member: ['abc'],
  part: ['nothing'],
  accent: ['ffffff.css', 'red.css', 'nothing'],
  listing: ['dead'],
  name: ['nothing'],
  postcode: ['x'],
  '...missing': ['nothing', 'nothing/at/all'],
}
type Asked = { path: string; headers: Record<string, string>; who: string }

/** As a browser asks for what somebody opens. */
const OPENED = { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' }

const files = readdirSync(APP, { recursive: true, encoding: 'utf8' })
const pages = addressesOf(/(^|\/)page\.tsx$/)
const routes = addressesOf(/(^|\/)route\.tsx?$/).filter((address) => !/^\/(api|\.well-known)\b/.test(address))

test('every page at an address of nothing is there without scripts, in a frame, with a way on', async () => {
  const { cookie } = await session('admin')
  const asked = pages.flatMap(pathsOf).flatMap((path): Asked[] => {
    const forStaff = path.startsWith('/staff') || path.startsWith('/preview')
    const signedOut = { path, headers: {}, who: 'signed out' }
    return forStaff ? [signedOut, { path, headers: { cookie }, who: 'signed in' }] : [signedOut]
  })
  expect(asked.length).toBeGreaterThan(100)
  const found: string[] = []
  await someAtOnce(asked, async ({ path, headers, who }) => {
    const answer = await ask(product().url, path, undefined, { ...OPENED, ...headers })
    if (answer.location) return
    if (answer.status === 404) found.push(path)
    expect.soft(faultsOf(answer), `${path}, ${who}`).toEqual([])
  })
  // Those of the case, and what every public and every staff page has beside it.
  expect(found).toEqual(
    expect.arrayContaining([
      ...['/nothing', '/nothing/at/all', '/letters/abc', '/campaigns/unknown', '/preview/0', '/verify/abc'],
      ...['/staff/nothing', `/staff/campaigns/0`, `/staff/campaigns/${UUID}`, '/staff/letters/abc', '/confirm/abc'],
      ...['/campaigns/unknown/write', '/campaigns/unknown/choose', '/campaigns/unknown/map', '/replied/abc'],
      ...[
        '/not-me/abc',
        '/unsubscribe/abc',
        '/stop-figures/abc',
        `${CAMPAIGN}/sent/abc`,
        `${CAMPAIGN}/print/abc`,
        '/embed/unknown',
      ],
    ]),
  )
})

test('a file that is opened as a page and is not there has the same page', async () => {
  const { cookie } = await session('admin')
  await someAtOnce([...routes.flatMap(pathsOf), '/campaigns/unknown/nothing.pdf'], async (path) => {
    const answer = await ask(product().url, path, undefined, { ...OPENED, cookie })
    if (answer.status === 404) expect.soft(faultsOf(answer), path).toEqual([])
  })
})

test('one’s own data, by a link that does not work, leads to the page that says so', async () => {
  const { location } = await ask(product().url, '/my-data/abc/download', undefined, OPENED)
  expect(location).toBe('/my-data/abc')
})

test('a form that is posted to nothing has it too', async () => {
  for (const path of [`${CAMPAIGN}/sent/abc`, '/replied/abc', '/campaigns/unknown/write', '/unsubscribe/abc']) {
    const answer = await ask(product().url, path, new URLSearchParams({ answer: 'no' }), OPENED)
    expect.soft(answer.status, path).toBe(404)
    expect.soft(faultsOf(answer), path).toEqual([])
  }
})

test('a page of nothing says so in its title, and is kept by nobody', async () => {
  for (const path of ['/nothing', '/campaigns/unknown', '/letters/abc']) {
    const { html, headers, status } = await ask(product().url, path)
    expect(titleOf(html)).toBe('There is no such page – Dear MP')
    expect(status).toBe(404)
    expect(headers.get('cache-control')).toContain('no-store')
  }
  expect(titleOf((await ask(product().url, '/staff/nothing')).html)).toBe('There is no such page – Dear MP staff')
  expect(titleOf((await ask(product().url, '/embed/unknown')).html)).toBe('There is no such campaign – Dear MP')
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('a stranger goes on from an address that does not exist', async ({ page }) => {
    await page.goto('/campaigns/unknown')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no such page')
    await page.getByRole('link', { name: 'To the campaign' }).click()
    await expect(page.getByRole('textbox', { name: /postcode/i })).toBeVisible()
  })
})

async function someAtOnce<One>(all: One[], work: (one: One) => Promise<void>): Promise<void> {
  const left = all.values()
  await Promise.all(
    Array.from({ length: 4 }, async () => {
      for (const one of left) await work(one)
    }),
  )
}

/** What a page lacks that somebody without scripts could read and leave again. */
function faultsOf({ html, status }: Answer): string[] {
  const body = html.slice(html.indexOf('<body')).replace(/<script\b[\s\S]*?<\/script>/gi, '')
  const needed: Record<string, boolean> = {
    'a language': /<html[^>]* lang="en-GB"/.test(html) && !html.includes('__next_error__'),
    'a title': titleOf(html).length > 3 && !/^Dear MP( staff)?$|(.+) – \2$/.test(titleOf(html)),
    'a main part': /<main\b/.test(body),
    'one heading': body.match(/<h1\b/g)?.length === 1,
    words: wordsOf(body).length > 40,
    'a way on': /<main\b[\s\S]*<(a|button)\b[\s\S]*<\/main>/.test(body) || /<header\b[\s\S]*<a\b/.test(body),
    'no trouble of ours': status < 500,
  }
  return Object.keys(needed).filter((name) => !needed[name])
}

function titleOf(html: string): string {
  return wordsOf(/<title>([^<]*)<\/title>/.exec(html)?.[1] ?? '')
}

function addressesOf(kind: RegExp): string[] {
  return files.filter((file) => kind.test(file)).flatMap((file) => addressOf(dirname(file)) ?? [])
}

/** Paths at an address, with each of the unknown in turn for each part that is open; none where it has no such part. */
function pathsOf(address: string): string[] {
  if (!address.includes('[')) return []
  return address.split('/').reduce<string[]>(
    (paths, part) => {
      const name = /^\[(.+)\]$/.exec(part)?.[1]
      const values = name === undefined ? [part] : UNKNOWN[name]
      if (!values) throw new Error(`What nobody has for [${name}] of ${address} is not said here.`)
      return paths.flatMap((path) => values.map((value) => (path === '' && value === '' ? '' : `${path}/${value}`)))
    },
    [''],
  )
}
