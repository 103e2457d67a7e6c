import { createHash } from 'node:crypto'
import { type Answer, ask, ByHttp } from './fixtures/by-http'
import { filled, formIn } from './fixtures/forms'
import { CAMPAIGN, WRITE } from './fixtures/path'
import { expect, product, test } from './fixtures/test'

const EMBED = '/embed/artsakh-ceasefire'
const base = () => product().url
const FORM = new URLSearchParams({ a: 'b' })

// Two tests play an attack, at which the browser complains as it should.
test.use({ allowedComplaints: /Content Security Policy|a request to https:\/\/evil\.example/ })

/** One of every kind of answer. */
const ANSWERS: Record<string, () => Promise<Answer>> = {
  'the campaign, prerendered': () => ask(base(), CAMPAIGN),
  'the first page': () => ask(base(), '/'),
  'a page for one request': () => ask(base(), `${WRITE}?postcode=SW1A0AA`),
  'a page with faults': () => ask(base(), `${WRITE}?postcode=x`),
  'a page that is not there': () => ask(base(), '/nothing'),
  'a link that is not there': () => ask(base(), '/confirm/nothing'),
  'a static file': async () => ask(base(), await scriptOf(CAMPAIGN)),
  'an icon': () => ask(base(), '/icon.svg'),
  'the robots file': () => ask(base(), '/robots.txt'),
  'JSON of a postcode': () => ask(base(), '/api/postcodes/SW1A0AA'),
  'JSON of the figures': () => ask(base(), `/api${CAMPAIGN}/figures`),
  'JSON of the health': () => ask(base(), '/api/health'),
  'the mailbox': () => ask(base(), '/dev/mailbox'),
  'a redirect': () => ask(base(), WRITE, FORM),
  'a form from elsewhere': () => from('https://evil.example'),
  'a page that is kept': async () => ask(base(), CAMPAIGN, undefined, { 'if-none-match': await etagOf(CAMPAIGN) }),
}

for (const [what, answer] of Object.entries(ANSWERS)) {
  test(`the security headers stand on ${what}`, async () => {
    const { headers, status } = await answer()
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('x-frame-options')).toBe('DENY')
    expect(headers.get('referrer-policy')).toMatch(/^(same-origin|strict-origin)/)
    expect(headers.get('permissions-policy')).toContain('camera=()')
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
    expect(headers.get('cross-origin-resource-policy')).toMatch(/^(same|cross)-origin$/)
    expect(headers.get('x-powered-by')).toBeNull()
    if (status === 304) return
    const policy = headers.get('content-security-policy') ?? ''
    for (const rule of [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "base-uri 'none'",
      "form-action 'self'",
      "frame-ancestors 'none'",
      "object-src 'none'",
    ]) {
      expect(policy).toContain(rule)
    }
    expect(policy).not.toMatch(/unsafe-(inline|eval)|\*|https?:/)
  })
}

test('the embed alone may be framed by other sites; all else of its policy is as everywhere', async () => {
  const [embed, campaign] = [await ask(base(), EMBED), await ask(base(), CAMPAIGN)]
  expect(embed.headers.get('x-frame-options')).toBeNull()
  expect(embed.headers.get('cache-control')).toMatch(/s-maxage=\d+/)
  const rules = ({ headers }: Answer) =>
    (headers.get('content-security-policy') ?? '').split('; ').map((rule) => rule.replace(/ 'sha256-[^']+'/g, ''))
  expect(rules(embed)).toEqual(
    rules(campaign).map((rule) => (rule === "frame-ancestors 'none'" ? 'frame-ancestors *' : rule)),
  )
  for (const path of [
    '/embed',
    '/embed/',
    `${EMBED}/write`,
    `${EMBED}/..%2f..%2fstaff`,
    '/embed/%2e%2e/staff/sign-in',
  ]) {
    expect((await ask(base(), path)).headers.get('x-frame-options'), path).toBe('DENY')
  }
})

for (const path of ['/nothing', '/staff/sign-in', '/dev/mailbox']) {
  test(`every inline script of ${path} is vouched for, and none of its styles is inline`, async () => {
    const { html, headers } = await ask(base(), path)
    const policy = headers.get('content-security-policy') ?? ''
    const scripts = [...html.matchAll(/<script(?![^>]*\ssrc=)([^>]*)>([\s\S]*?)<\/script>/g)]
    expect(scripts.length).toBeGreaterThan(0)
    for (const [, attributes = '', text = ''] of scripts) {
      const [, nonce] = /nonce="([^"]+)"/.exec(attributes) ?? []
      const hash = createHash('sha256').update(text).digest('base64')
      const vouched = nonce ? policy.includes(`'nonce-${nonce}'`) : policy.includes(`'sha256-${hash}'`)
      expect(vouched, text.slice(0, 80)).toBe(true)
    }
    expect(html).not.toMatch(/<[a-z][^>]*\sstyle=|<style\b|<[a-z][^>]*\son[a-z]+=/i)
  })
}

for (const path of [
  '/',
  CAMPAIGN,
  `${CAMPAIGN}/from/E14001172`,
  EMBED,
  `${WRITE}?postcode=x`,
  `${WRITE}/E14001172`,
  `${WRITE}/E14001172/words`,
  `${CAMPAIGN}/choose`,
  '/my-data',
  '/privacy',
]) {
  test(`nothing of ${path}, which the front renders, is inline, and its one script is a file of ours`, async () => {
    const { html, headers } = await ask(base(), path)
    const scripts = [...html.matchAll(/<script([^>]*)>([\s\S]*?)<\/script>/g)]
    expect(scripts.map(([, , text]) => text)).toEqual([''])
    expect(scripts[0]?.[1]).toMatch(/ src="\/_next\/static\/islands\/start-\w+\.js"/)
    expect(headers.get('content-security-policy')).toContain("script-src 'self';")
    expect(html).not.toMatch(/<[a-z][^>]*\sstyle=|<style\b|<[a-z][^>]*\son[a-z]+=/i)
  })
}

test('the head of a page that the front renders says what that of any other does', async () => {
  const headOf = async (path: string) => {
    const { html } = await ask(base(), path)
    const tags = html.slice(0, html.indexOf('</head>')).match(/<(html|meta|link)\b[^>]*>/g) ?? []
    return (
      tags
        .map((tag) => [...tag.toLowerCase().matchAll(/([a-z-]+)="([^"]*)"/g)])
        .map((pairs) => pairs.filter(([, name]) => name !== 'nonce' && name !== 'data-precedence'))
        .map((pairs) =>
          pairs
            .map(([pair]) => pair)
            .sort()
            .join(' '),
        )
        // Of the scripts and the font that is needed first, either tells in its own way.
        .filter((tag) => !/rel="(module)?preload"|^content="noindex"/.test(tag))
        .sort()
    )
  }
  expect(await headOf('/my-data')).toEqual(await headOf('/nothing'))
})

test('of how it was made an answer tells nothing', async () => {
  const told = async (path: string) =>
    [...(await ask(base(), path)).headers.keys()].filter((name) => /^x-(next|powered)/.test(name))
  for (const path of ['/', CAMPAIGN, EMBED, '/nothing', '/privacy', '/dev/mailbox', '/api/health', '/icon.svg'])
    expect(await told(path), path).toEqual([])
})

test('a nonce is new for each answer, and a visitor cannot choose it', async () => {
  const nonces = new Set<string>()
  for (let i = 0; i < 5; i++) {
    const { headers } = await ask(base(), `${WRITE}?postcode=SW1A0AA`, undefined, {
      'content-security-policy': "script-src 'nonce-chosen'",
    })
    const [, nonce = ''] = /'nonce-([^']+)'/.exec(headers.get('content-security-policy') ?? '') ?? []
    expect(nonce.length).toBeGreaterThanOrEqual(20)
    nonces.add(nonce)
  }
  expect(nonces.size).toBe(5)
})

test('an inline script that was not written by the product does not run', async ({ page }) => {
  await page.route(`**${WRITE}?postcode=SW1A0AA`, async (route) => {
    const response = await route.fetch()
    const html = (await response.text()).replace('</head>', '<script>document.title = "taken over"</script></head>')
    await route.fulfill({ response, body: html })
  })
  const refused = page.waitForEvent('console', (message) => /Content Security Policy/.test(message.text()))
  await page.goto(`${WRITE}?postcode=SW1A0AA`)
  await refused
  expect(await page.title()).not.toBe('taken over')
})
test('a form from another site is refused, whatever the browser says of it', async () => {
  const foreign: Record<string, string>[] = [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { referer: 'https://evil.example/page' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: `${base()}.evil.example` },
  ]
  for (const headers of foreign) {
    const answer = await ask(base(), WRITE, FORM, headers)
    expect(answer.status, JSON.stringify(headers)).toBe(403)
  }
  const own: Record<string, string>[] = [
    {},
    { origin: base() },
    { 'sec-fetch-site': 'same-origin' },
    { referer: `${base()}/` },
  ]
  for (const headers of own) {
    expect((await ask(base(), WRITE, FORM, headers)).status, JSON.stringify(headers)).toBe(303)
  }
})

test('a page of another site cannot send a form in a browser', async ({ page }) => {
  await page.route('https://evil.example/', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<form method="post" action="${base()}${WRITE}"><input name="step" value="check"><button>Win</button></form>`,
    }),
  )
  await page.goto('https://evil.example/')
  const answer = page.waitForResponse((response) => response.url().endsWith(WRITE))
  await page.getByRole('button', { name: 'Win' }).click()
  expect((await answer).status()).toBe(403)
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/another site/i)
})
test('figures are readable from other origins and kept by shared caches; nothing else is', async () => {
  const figures = await ask(base(), `/api${CAMPAIGN}/figures`, undefined, { origin: 'https://other.example' })
  expect(figures.headers.get('access-control-allow-origin')).toBe('*')
  expect(figures.headers.get('cross-origin-resource-policy')).toBe('cross-origin')
  expect(figures.headers.get('cache-control')).toMatch(/public.*s-maxage=\d+/)
  expect(JSON.parse(figures.html)).toEqual({
    supporters: expect.any(Number),
    letters: expect.any(Number),
    constituencies: expect.any(Number),
    goal: expect.any(Number),
    lastDay: expect.any(Number),
    updatedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    byConstituency: expect.any(Array),
  })
  for (const path of ['/', '/api/postcodes/SW1A0AA', '/api/health', '/dev/mailbox.json']) {
    const { headers } = await ask(base(), path, undefined, { origin: 'https://other.example' })
    expect(headers.get('access-control-allow-origin'), path).toBeNull()
  }
})

test('pages of one person are kept by nobody; the letter’s pages by the browser alone, for Back', async ({
  person,
}) => {
  const http = new ByHttp(base())
  const kept = 'private, no-cache'
  expect((await http.start('SW1A 0AA')).headers.get('cache-control')).toBe(kept)
  const letter = await http.letter('SW1A 0AA', person.reason)
  expect(letter.headers.get('cache-control')).toBe(kept)
  const check = await http.check('SW1A 0AA', person)
  expect(check.headers.get('cache-control')).toBe(kept)
  const form = formIn(check.html, 'check-form')
  const sent = await ask(base(), form.action, filled(form))
  expect(sent.status).toBe(303)
  expect((await ask(base(), sent.location ?? '')).headers.get('cache-control')).toContain('no-store')
  const status = await http.sign('SW1A 0AA', { ...person, email: `second.${person.email}` })
  expect((await ask(base(), status)).headers.get('cache-control')).toContain('no-store')
  expect((await ask(base(), CAMPAIGN)).headers.get('cache-control')).toMatch(/s-maxage=\d+/)
})

test('no page sets a cookie', async ({ context, page }) => {
  for (const path of ['/', `${WRITE}?postcode=SW1A0AA`, '/privacy', '/my-data']) await page.goto(path)
  expect(await context.cookies()).toEqual([])
})

function from(origin: string): Promise<Answer> {
  return ask(base(), WRITE, FORM, { origin })
}

async function scriptOf(path: string): Promise<string> {
  const { html } = await ask(base(), path)
  return /<script[^>]*\ssrc="([^"]+)"/.exec(html)?.[1] ?? ''
}

async function etagOf(path: string): Promise<string> {
  return (await ask(base(), path)).headers.get('etag') ?? ''
}
