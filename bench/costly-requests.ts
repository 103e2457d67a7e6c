import { setTimeout as sleep } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { seats } from '@/e2e/fixtures/directory'
import { CAMPAIGN, WRITE } from '@/e2e/fixtures/path'
import { costlyTexts } from './costly-texts'
import { besideSlowOnes, post, postAndGo, type Sent, send } from './send-costly'

/** A product, the addresses of PDFs that letters there have, and the postcode of a seat. */
export type Target = { url: string; letters: string[] }
/** A row of the table: what is sent, and what came back for each. */
export type Costly = { name: string; run: (to: Target) => Promise<Sent[]> }

const MEGABYTE = 1024 * 1024
/** Longer than a page that is made once for everyone counts as new. */
const PAGES_KEPT_MS = 11_000
const [seat] = seats.filter(({ member }) => member?.email)
const CODES = seats.map(({ code }) => code)
const SEAT = { constituency: seat?.code ?? '', ask: 'ceasefire' }
const DETAILS = { name: 'Ann Example', email: 'ann@example.org', address1: '1 Alma Terrace', town: 'Crewe' }
const WHOLE = { ...SEAT, ...DETAILS, subject: 'Please act', postcode: seat?.examplePostcode ?? '' }

/** The requests that cost the most, by what they are hard on. */
export const costlyRequests: Costly[] = [
  row('/api/health itself', 200, ({ url }) => send(`${url}/api/health`)),
  ...Object.entries(costlyTexts).flatMap(([name, text]) => [
    { name: `letter of ${name}: each step, and twice as long`, run: eachStep(text) },
  ]),
  one('own words of 60 kB of blanks', ({ url }) => write(url, { step: 'words', reason: blanks(60_000) })),
  one('own words of 700 kB of blanks', ({ url }) => write(url, { step: 'words', reason: blanks(700_000) })),
  one('an ask 50,000 times', ({ url }) =>
    post(url + WRITE, `${form({ step: 'words' })}${'&ask=ceasefire'.repeat(50_000)}`),
  ),
  one('an ask 190 times, a name of 700 kB', ({ url }) =>
    post(url + WRITE, `${form({ step: 'you', name: 'x'.repeat(700_000) })}${'&ask=ceasefire'.repeat(190)}`),
  ),
  one('every field as long as it is read', ({ url }) => write(url, fullFields())),
  one('a form of 700 kB in percent signs', ({ url }) => write(url, `reason=${'%F0%9F%98%80'.repeat(58_000)}`)),
  one('a form of 30 MB', ({ url }) => write(url, { reason: 'x'.repeat(30 * MEGABYTE) })),
  one('a form packed by gzip, 200 MB unpacked', ({ url }) =>
    send(url + WRITE, {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', 'Content-Encoding': 'gzip' },
      body: gzipSync(Buffer.alloc(200 * MEGABYTE, 'reason=x&')),
    }),
  ),
  one('a multipart form of near-boundaries, 700 kB', ({ url }) => multipart(url, '\r\n--b'.repeat(140_000))),
  one('a multipart form of 190 parts', ({ url }) => multipart(url, parts(190, 3_500))),
  row('forms whose senders hang up', 50, ({ url }) =>
    postAndGo(url + WRITE, form({ step: 'you', body: text('emoji') })),
  ),
  row('letters of emoji at once', 20, ({ url }) => write(url, { ...WHOLE, step: 'you', body: text('emoji') })),
  one('a form posted to a page without one, 30 MB', ({ url }) => post(`${url}/privacy`, 'x'.repeat(30 * MEGABYTE))),
  ...[
    '🦆'.repeat(40),
    'a '.repeat(40),
    'newcastle upn tyne eats wallsnd abcdefgh ijklmnop qrstuvwx',
    'x'.repeat(80),
  ].map((typed) =>
    row(`choosing by the name “${typed.slice(0, 12)}…”`, 20, ({ url }) =>
      send(`${url}${CAMPAIGN}/choose?find=${encodeURIComponent(typed)}`),
    ),
  ),
  row('the list of all constituencies', 20, ({ url }) => send(`${url}${CAMPAIGN}/choose`)),
  row('an address of 8 kB', 20, ({ url }) =>
    send(`${url}${CAMPAIGN}/choose?find=${'x'.repeat(8_000)}&name=${'x'.repeat(3_000)}`),
  ),
  row('an address with 5,000 parameters', 20, ({ url }) => send(`${url}${WRITE}?${'a&'.repeat(5_000)}`)),
  row('an address of percent signs', 20, ({ url }) => send(`${url}/${'%25'.repeat(3_900)}?${'%'.repeat(100)}`)),
  row('the first page of a letter, each of another seat', 50, ({ url }, at) =>
    send(`${url}${WRITE}?constituency=${CODES[at]}`),
  ),
  {
    name: 'the PDFs of three letters at once, in two scripts',
    run: ({ letters }) => Promise.all(letters.map((letter) => send(letter))),
  },
  row('one PDF again and again', 24, ({ letters }) => send(letters[0] ?? '')),
  row('pictures of a link, each of another seat', 200, ({ url }, at) =>
    send(`${url}${CAMPAIGN}/share.png?seat=${CODES[at]}`),
  ),
  row('the poster', 30, ({ url }) => send(`${url}${CAMPAIGN}/poster.pdf`)),
  row('the map as a picture, each of another seat', 200, ({ url }, at) =>
    send(`${url}${CAMPAIGN}/map.svg?seat=${CODES[at]}`),
  ),
  row('the code for print', 200, ({ url }) => send(`${url}${CAMPAIGN}/qr.svg`)),
  row('the page with the map', 30, ({ url }) => send(`${url}${CAMPAIGN}/map`)),
  row('what the map is told', 100, ({ url }) => send(`${url}${CAMPAIGN}/map.json`)),
  row('figures', 100, ({ url }) => send(`${url}/api${CAMPAIGN}/figures`)),
  row('the campaign in a frame', 50, ({ url }) => send(`${url}/embed/artsakh-ceasefire`)),
  row('the campaign, led to from each seat', 50, ({ url }, at) => send(`${url}${CAMPAIGN}/from/${CODES[at]}`)),
  row('the same pages once they are old, and made anew behind their answers', 50, async ({ url }, at) => {
    await sleep(PAGES_KEPT_MS)
    return send(`${url}${CAMPAIGN}/from/${CODES[at]}`)
  }),
  row('postcodes in a second', 120, ({ url }, at) =>
    send(`${url}/api/postcodes/${encodeURIComponent(seats[at]?.examplePostcode ?? '')}`),
  ),
  row('postcodes that nobody knows', 120, ({ url }, at) => send(`${url}/api/postcodes/ZZ${at % 99}%201ZZ`)),
  row('constituencies, for the field that searches them', 30, ({ url }) => send(`${url}/api/constituencies`)),
  row('towns by letter', 100, ({ url }, at) => send(`${url}/api/towns/${String.fromCharCode(97 + (at % 26))}`)),
  row('asking to sign in', 20, ({ url }) => post(`${url}/staff/sign-in`, { email: 'admin@localhost' })),
  row('asking for one’s data', 20, ({ url }) =>
    post(`${url}/my-data`, { email: `${'a'.repeat(60)}@${'b.'.repeat(400)}org` }),
  ),
  row('links that nobody was given', 100, ({ url }, at) =>
    send(`${url}/${LINKS[at % LINKS.length]}/${'A'.repeat(200)}${at}`),
  ),
  one('news of mail, 64 MB, unsigned', ({ url }) => news(url, 64, {})),
  one('news of mail, 64 MB, as if it were signed', ({ url }) => news(url, 64, signed())),
  row('news of mail, 250 kB, as if it were signed', 20, ({ url }) => news(url, 0.24, signed())),
  row('pages that are the same for everybody', 100, ({ url }, at) => send(url + (SAME[at % SAME.length] ?? ''))),
  row('many ranges of a file', 50, ({ url }) =>
    send(`${url}/icon.svg`, { headers: { Range: `bytes=${'0-0,'.repeat(2_000)}1-1` } }),
  ),
  row('10 kB of versions known', 50, ({ url }) =>
    send(`${url}/api${CAMPAIGN}/figures`, { headers: { 'If-None-Match': `${'W/"x",'.repeat(2_000)}"y"` } }),
  ),
  row('12 kB of encodings and languages', 50, ({ url }) =>
    send(url, { headers: { 'Accept-Encoding': 'a,'.repeat(3_000), 'Accept-Language': 'b;q=0.1,'.repeat(700) } }),
  ),
  row('12 kB of cookies and forwarded addresses', 50, ({ url }) =>
    send(url, { headers: { Cookie: 'a=b; '.repeat(1_200), 'X-Forwarded-For': '10.0.0.1, '.repeat(600) } }),
  ),
  {
    name: 'a page, beside 200 slow connections',
    run: ({ url }) =>
      besideSlowOnes(url, 200, () => Promise.all(Array.from({ length: 10 }, () => send(url + CAMPAIGN)))),
  },
]

const LINKS = [
  'confirm',
  'letters',
  'verify',
  'unsubscribe',
  'my-data',
  'not-me',
  'replied',
  `${CAMPAIGN.slice(1)}/sent`,
]
const SAME = [
  '/',
  '/privacy',
  '/accessibility',
  '/sitemap.xml',
  '/robots.txt',
  '/manifest.webmanifest',
  CAMPAIGN,
  '/no-page',
]

/** One at a time: three of them, since the first of a kind also loads what answers it. */
function one(name: string, request: (to: Target) => Promise<Sent>): Costly {
  return { name, run: async (to) => [await request(to), await request(to), await request(to)] }
}

/** So many at once. */
function row(name: string, count: number, request: (to: Target, at: number) => Promise<Sent>): Costly {
  return { name, run: (to) => Promise.all(Array.from({ length: count }, (_, at) => request(to, at))) }
}

function eachStep(typed: string): Costly['run'] {
  return async ({ url }) => [
    await write(url, { step: 'words', reason: typed }),
    await write(url, { ...WHOLE, step: 'you', body: typed, reason: typed }),
    await write(url, { ...WHOLE, step: 'check', body: typed, reason: typed, subject: '' }),
    await write(url, { ...WHOLE, step: 'you', body: typed + typed, reason: typed + typed }),
  ]
}

function write(url: string, fields: Record<string, string> | string): Promise<Sent> {
  return post(url + WRITE, typeof fields === 'string' ? `${form({})}&${fields}` : { ...SEAT, ...fields })
}

function form(fields: Record<string, string>): string {
  return String(new URLSearchParams({ ...SEAT, ...fields }))
}

function text(kind: string): string {
  return costlyTexts[kind] ?? ''
}

function blanks(count: number): string {
  return `x${' '.repeat(count)}x`
}

function fullFields(): Record<string, string> {
  const lines = ['subject', 'name', 'email', 'address1', 'address2', 'town', 'postcode', 'wording', 'source', 'given']
  const long = ['body', 'reason', 'reason2', 'reason3'].map((name) => [name, '&<"é'.repeat(7_500)])
  const extra = Array.from({ length: 180 }, (_, at) => [`field${at}`, '&'.repeat(300)])
  return Object.fromEntries([['step', 'you'], ...long, ...lines.map((name) => [name, '"'.repeat(1_000)]), ...extra])
}

function parts(count: number, each: number): string {
  return `\r\n${Array.from({ length: count }, (_, at) => part([`field${at}`, 'x'.repeat(each)])).join('')}`
}

function part([name, value]: [string, string]): string {
  return `--boundary\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
}

function multipart(url: string, inside: string): Promise<Sent> {
  return send(url + WRITE, {
    method: 'POST',
    headers: { 'Content-Type': 'multipart/form-data; boundary=boundary' },
    body: `${Object.entries(SEAT).map(part).join('')}${part(['reason', inside])}--boundary--\r\n`,
  })
}

function news(url: string, megabytes: number, headers: Record<string, string>): Promise<Sent> {
  const body = Buffer.alloc(megabytes * MEGABYTE, '[')
  return send(`${url}/api/mail-events`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body,
  })
}

function signed(): Record<string, string> {
  const timestamp = String(Math.floor(Date.now() / 1000))
  const signature = Array.from({ length: 20 }, () => `v1,${'A'.repeat(43)}=`).join(' ')
  return { 'svix-id': 'a'.repeat(200), 'svix-timestamp': timestamp, 'svix-signature': signature }
}
