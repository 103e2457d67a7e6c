import { readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Browser, Request } from '@playwright/test'
import { addressOf } from '@/app/_server/routes/address'
import { ask, ByHttp } from './fixtures/by-http'
import { countingOrigin } from './fixtures/counting-origin'
import { onDatabase } from './fixtures/database'
import { linkIn, Mailbox } from './fixtures/mailbox'
import { hasNginx, startNginx } from './fixtures/nginx'
import { test } from './fixtures/own-product'
import { servePartner } from './fixtures/partner-site'
import { CAMPAIGN, WRITE } from './fixtures/path'
import { makePerson } from './fixtures/person'
import { freePort } from './fixtures/product'
import { expect } from './fixtures/test'

// A browser without windows says that it is one, and is taken for a program.
const userAgent = 'Mozilla/5.0 (X11; Linux x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/147.0.0.0 Safari/537.36'
const SEAT = 'E14001172'
const VIEWS = ['/', CAMPAIGN, `${CAMPAIGN}?utm_source=news`, `${CAMPAIGN}/from/${SEAT}?by=abcde12345`, CAMPAIGN]
const FOUND = [`${WRITE}/${SEAT}`, `${WRITE}/${SEAT}?postcode=SW1A0AA`]

test('where a cache stands in front, a page tells of each visit by its own script, without cookies', async ({
  browser,
  start,
}) => {
  const { url, dataDir } = await start({ SHARED_CACHE: '1' })
  const context = await browser.newContext({ userAgent, baseURL: url })
  await context.addCookies([{ name: 'somebody', value: '1', url }])
  const page = await context.newPage()
  const told: Request[] = []
  page.on('request', (request) => {
    if (request.url().includes('/api/visits')) told.push(request)
  })
  for (const path of [...VIEWS, ...FOUND]) await page.goto(path, { waitUntil: 'networkidle' })
  // What is counted where it is made tells of nothing.
  for (const path of ['/privacy', `${CAMPAIGN}/choose`, `${WRITE}?postcode=x`]) {
    await page.goto(path, { waitUntil: 'networkidle' })
  }
  const partner = await servePartner({
    '/news': `<iframe src="${url}/embed/artsakh-ceasefire" title="One"></iframe>`,
    '/sandboxed': `<iframe src="${url}/embed/artsakh-ceasefire" title="One" sandbox="allow-scripts"></iframe>`,
  })
  try {
    await page.goto(`${partner.url}/news`, { waitUntil: 'networkidle' })
    await page.goto(`${partner.url}/sandboxed`, { waitUntil: 'networkidle' })
  } finally {
    partner.close()
  }
  const asked = told.map((request) => new URL(request.url()).searchParams)
  expect(asked.map((query) => query.get('page'))).toEqual([
    ...[...VIEWS, ...FOUND].map((path) => path.split('?')[0]),
    '/embed/artsakh-ceasefire',
    '/embed/artsakh-ceasefire',
  ])
  expect(asked.some((query) => query.has('postcode'))).toBe(false)
  for (const request of told) {
    const { cookie, referer = `${url}/` } = await request.allHeaders()
    expect([cookie, referer, request.postData()]).toEqual([undefined, `${url}/`, null])
    expect((await request.response())?.status()).toBe(204)
  }
  await context.close()
  await visitWithoutScripts(browser, url)
  await expect.poll(() => visits(dataDir), { timeout: 40_000 }).toEqual({ viewed: VIEWS.length + 2, found: 2 })
  expect(await sources(dataDir)).toEqual([
    { utmSource: '', referrer: '127.0.0.1', share: '' },
    { utmSource: '', referrer: '', share: 'abcde12345' },
    { utmSource: 'news', referrer: '', share: '' },
  ])
})

test.describe('behind nginx as ops/nginx sets it up', () => {
  test.skip(!hasNginx(), 'There is no nginx here: apt-get install nginx-light.')

  test('pages come from its cache, visits are counted, and nothing of one person is kept', async ({
    browser,
    start,
  }) => {
    test.setTimeout(300_000)
    const [port, own] = [await freePort(), await freePort()]
    const settings = { APP_URL: `http://localhost:${port}`, TRUST_PROXY: 'loopback', SHARED_CACHE: '1' }
    const product = await start({ ...settings, PORT: `${own}` })
    const origin = await countingOrigin(own)
    const nginx = await startNginx({ port, origin: origin.port })
    const times = (path: string) => origin.asked.get(`GET ${path}`)?.length ?? 0
    try {
      await test.step('sixty-four at once are one to the product', async () => {
        const answers = await Promise.all(
          Array.from({ length: 64 }, (_, at) => ask(nginx.url, `${CAMPAIGN}?utm_source=${at}`)),
        )
        expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
        expect(times(CAMPAIGN)).toBe(1)
      })

      await test.step('each visit counts once', async () => {
        const context = await browser.newContext({ userAgent, baseURL: nginx.url })
        const page = await context.newPage()
        for (const path of [...VIEWS, ...FOUND]) await page.goto(path, { waitUntil: 'networkidle' })
        await context.close()
        await visitWithoutScripts(browser, nginx.url)
        const told = { viewed: VIEWS.length, found: FOUND.length }
        await expect.poll(() => visits(product.dataDir), { timeout: 40_000 }).toEqual(told)
      })

      await test.step('whoever takes no compressed page gets a plain one, and no two readers share what differs', async () => {
        for (const encoding of ['br', 'gzip', 'identity', 'gzip;q=0, br;q=0', 'br;q=0, gzip']) {
          const { html, headers } = await ask(nginx.url, CAMPAIGN, undefined, { 'accept-encoding': encoding })
          expect(html, encoding).toContain('</html>')
          const usual = encoding === 'br' ? 'br' : /gzip(?!;q=0)/.test(encoding) ? 'gzip' : null
          expect(headers.get('content-encoding'), encoding).toBe(usual)
        }
      })

      await test.step('a page that is for one person comes from the product each time', async () => {
        const http = new ByHttp(nginx.url)
        const person = makePerson()
        const letter = await http.submit('SW1A 0AA', person)
        const link = linkIn(await new Mailbox(product.url).waitFor({ to: person.email, says: '/confirm/' }), 'confirm')
        const confirmed = await http.confirm(link)
        const personal = [
          ...[letter, confirmed].map(({ location }) => location ?? ''),
          new URL(link).pathname,
          `${WRITE}/${SEAT}?postcode=SW1A0AA`,
          `${WRITE}/${SEAT}?postcode=0`,
        ]
        const paths = [...personal, ...addresses()].filter((path) => !isShared(path))
        expect(personal.join(' ')).toMatch(/\/sent\/.+\/letters\/.+\/confirm\//)
        expect(paths.length).toBeGreaterThan(60)
        for (const path of paths) {
          const before = times(path)
          const answers = [await ask(nginx.url, path), await ask(nginx.url, path)]
          expect(times(path) - before, path).toBe(2)
          for (const { headers } of answers) expect(headers.get('cache-control') ?? '', path).not.toMatch(/s-maxage/)
        }
      })

      await test.step('an address spelled in another way brings nobody another page', async () => {
        const titleAt = async (path: string) => /<title>(.*?)<\/title>/.exec((await ask(nginx.url, path)).html)?.[1]
        const usual = await titleAt(CAMPAIGN)
        expect(usual).toContain('Nagorno-Karabakh')
        for (const path of ['/campaigns/%61rtsakh-ceasefire', '/campaigns//artsakh-ceasefire', `${CAMPAIGN}?_rsc=1`]) {
          expect(await titleAt(path), path).toBe(usual)
        }
        for (const path of ['/campaigns/nothing/%2e%2e/artsakh-ceasefire', `${CAMPAIGN}/`, `${CAMPAIGN}%00`]) {
          await ask(nginx.url, path)
          expect(await titleAt(CAMPAIGN), path).toBe(usual)
        }
        const headers = {
          'x-forwarded-host': 'evil.example',
          'x-forwarded-proto': 'evil',
          'next-action': 'x',
          rsc: '1',
        }
        await ask(nginx.url, '/', undefined, { ...headers, cookie: 'a=b', referer: 'https://evil.example/' })
        expect((await ask(nginx.url, '/')).html).not.toContain('evil')
      })

      await test.step('what is the same for everyone sets no cookie and varies by its encoding alone', async () => {
        for (const path of [
          '/',
          CAMPAIGN,
          `${CAMPAIGN}/from/${SEAT}`,
          `${WRITE}/${SEAT}`,
          '/embed/artsakh-ceasefire',
        ]) {
          const { headers } = await ask(product.url, path)
          expect(headers.get('set-cookie'), path).toBeNull()
          expect(headers.get('vary'), path).toBe('Accept-Encoding')
        }
      })

      await test.step('while the product is away, a page that is asked for still comes, and others say so', async () => {
        await ask(nginx.url, CAMPAIGN)
        origin.close()
        expect((await ask(nginx.url, CAMPAIGN)).status).toBe(200)
        const { status, html, headers } = await ask(nginx.url, '/privacy')
        expect([status, headers.get('retry-after'), headers.get('cache-control')]).toEqual([503, '30', 'no-store'])
        expect(html).toContain('Back in a moment')
      })
      expect(nginx.log()).not.toMatch(/127\.0\.0\.1|SW1A|utm_|\/letters\/|\?/)
    } finally {
      await nginx.stop()
      origin.close()
    }
  })
})

async function visitWithoutScripts(browser: Browser, url: string): Promise<void> {
  const context = await browser.newContext({ userAgent, baseURL: url, javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(CAMPAIGN)
  await context.close()
}

/** What was counted of visits, as rolled up. */
function visits(dataDir: string): Promise<{ viewed: number; found: number }> {
  return onDatabase(dataDir, async (sql) => {
    const [sums] = await sql<{ viewed: number; found: number }[]>`
      select coalesce(sum(viewed), 0)::int as viewed, coalesce(sum(found), 0)::int as found from figure_hours`
    return { viewed: sums?.viewed ?? 0, found: sums?.found ?? 0 }
  })
}

function sources(dataDir: string): Promise<unknown[]> {
  return onDatabase(dataDir, async (sql) => {
    const rows = await sql`select utm_source as "utmSource", referrer, share from sources order by 1, 2 desc, 3`
    return [...rows]
  })
}

/** An address of every page and route that is read, with values for the parts in brackets. */
function addresses(): string[] {
  const app = join(import.meta.dirname, '../app')
  return readdirSync(app, { recursive: true, encoding: 'utf8' })
    .filter((file) => /(^|\/)(page\.tsx|route\.tsx?)$/.test(file))
    .flatMap((file) => addressOf(dirname(file)) ?? [])
    .map((address) =>
      address
        .replace('[slug]', 'artsakh-ceasefire')
        .replace('[seat]', SEAT)
        .replace(/\[(\.\.\.)?\w+\]/g, 'abc'),
    )
}

/** What ops/nginx may give out again, as far as the product says so. */
function isShared(path: string): boolean {
  const [plain = ''] = path.split('?')
  if (/^\/(pictures\/|api\/constituencies$|api\/towns\/|api\/campaigns\/[^/]+\/figures$)/.test(plain)) return true
  if (/^\/(embed\/[^/]+|campaigns\/[^/]+(\/from\/[^/]+)?)?$/.test(plain)) return true
  return /^\/campaigns\/[^/]+\/((map\.json|map\.svg|qr\.svg|share\.png|poster\.pdf)|write\/[^/]+)$/.test(path)
}
