import { expectAccessible } from './fixtures/accessible'
import { ask, ByHttp, detailsOf } from './fixtures/by-http'
import { onDatabase } from './fixtures/database'
import { onBoth } from './fixtures/devices'
import { formIn, wordsOf } from './fixtures/forms'
import { servePartner } from './fixtures/partner-site'
import { CAMPAIGN, Path, WRITE } from './fixtures/path'
import { expect, product, test } from './fixtures/test'

const EMBED = '/embed/artsakh-ceasefire'
const base = () => product().url
const frameOf = (path: string, more = '') =>
  `<iframe src="${base()}${path}" title="Write to your MP" width="100%" height="600" style="border:0" ${more}></iframe>`

// The partner's site is no part of the product, and what may not be framed is refused with a complaint.
test.use({
  allowedComplaints: /a request to http:\/\/127\.0\.0\.1:|frame-ancestors|X-Frame-Options|initiate navigation/,
})

test('the embed shows in a page of another origin, sizes itself, and its source is kept with the letter', async ({
  page,
  person,
}) => {
  const partner = await servePartner({
    '/news': `${frameOf(`${EMBED}?utm_source=partner&utm_medium=embed`)}
      <script src="${base()}/embed.js" async></script>`,
  })
  try {
    await page.goto(`${partner.url}/news?reader=anna`)
    const frame = page.frameLocator('iframe')
    await expect(frame.getByRole('heading', { level: 1 })).toBeVisible()
    const height = () => page.locator('iframe').evaluate((element) => element.getBoundingClientRect().height)
    const inside = () => frame.locator('html').evaluate((html) => Math.ceil(html.getBoundingClientRect().height))
    for (const width of [700, 320]) {
      await page.setViewportSize({ width, height: 900 })
      await expect(async () => expect(await height()).toBe(await inside())).toPass()
    }
    const narrow = await height()
    await page.setViewportSize({ width: 1000, height: 900 })
    await expect(async () => expect(await height()).toBeLessThan(narrow)).toPass()

    await frame.getByRole('textbox', { name: 'Your postcode' }).fill('SW1A 0AA')
    await frame.getByRole('button', { name: 'Find your MP' }).click()
    await expect(page).toHaveURL(new RegExp(`^${base()}${WRITE}/E14001172\\?`))
    const path = new Path(page)
    await path.goToLetter(person.reason)
    await path.fillDetails(person)
    await path.goToCheck()
    await path.send.click()
    await path.expectSent()
  } finally {
    partner.close()
  }
  expect(await sourceOfNewest('partner')).toEqual({ utmMedium: 'embed', referrer: '127.0.0.1' })
})

test('nothing else may be framed, and a sandbox that lets nothing out still has a way on', async ({ page }) => {
  const others = ['/', CAMPAIGN, `${WRITE}?postcode=SW1A0AA`, '/staff/sign-in', '/my-data']
  const partner = await servePartner({
    '/others': others.map((path) => frameOf(path)).join(''),
    '/sandboxed': frameOf(EMBED, 'sandbox="allow-scripts allow-forms allow-popups"'),
  })
  try {
    await page.goto(`${partner.url}/others`, { waitUntil: 'networkidle' })
    for (const [at, path] of others.entries()) {
      await expect(page.frameLocator(`iframe >> nth=${at}`).getByRole('main'), path).toHaveCount(0)
    }
    await page.goto(`${partner.url}/sandboxed`)
    const frame = page.frameLocator('iframe')
    await expect(frame.getByRole('main')).toHaveCSS('border-top-width', '2px')
    await frame.getByRole('textbox', { name: 'Your postcode' }).fill('SW1A 0AA')
    await frame.getByRole('button', { name: 'Find your MP' }).click()
    await expect(frame.getByRole('link', { name: 'Go on in a new tab' })).toHaveAttribute(
      'href',
      `${base()}${WRITE}?postcode=SW1A+0AA&ref=127.0.0.1`,
    )
  } finally {
    partner.close()
  }
})

test('the embed is accessible, narrow and wide, and says of a campaign that there is none', async ({ page }) => {
  await page.goto(EMBED)
  await expectAccessible(page, 'the embed')
  await page.goto('/embed/nothing')
  await onBoth(page, () => expect(page.getByRole('heading', { name: 'There is no such campaign' })).toBeVisible())
  await expectAccessible(page, 'the embed of a campaign that is not there')
})

test('where a supporter came from is kept through every way of choosing a constituency', async ({ person }) => {
  const source = 'utm_source=choosing&by=abcde12345'
  const http = new ByHttp(base())
  const found = await http.follow(ask(base(), `${WRITE}?postcode=SW1A0AA&${source}`))
  const choose = await http.follow(http.send(found, 'letter-form', { not: 'yes' }))
  for (const [id, values] of Object.entries({
    'constituency-form': { constituency: 'E14001172' },
    'find-form': { find: 'Diane Abbott' },
  })) {
    const carried = formIn(choose.html, id).fields.map(([name, value]) => `${name}=${value}`)
    expect(carried, `${id}, ${JSON.stringify(values)}`).toEqual(expect.arrayContaining(source.split('&')))
  }
  for (const postcode of ['ZZ9 9ZZ', 'HA4 0AA']) {
    const { html } = await ask(base(), `${WRITE}?postcode=${encodeURIComponent(postcode)}&${source}`)
    const carried = formIn(html, 'constituency-form').fields.map(([name, value]) => `${name}=${value}`)
    expect(carried, postcode).toEqual(expect.arrayContaining(source.split('&')))
  }
  const chosen = formIn(choose.html, 'constituency-form')
  const query = new URLSearchParams([...chosen.fields, ['constituency', 'E14001172']])
  const mp = await http.follow(ask(base(), `${chosen.action}?${query}`))
  const letter = await http.send(await http.begin(mp), 'letter-form', { reason: person.reason })
  const check = await http.checkOf(letter, { ...detailsOf(person), postcode: 'SW1A 0AA' })
  expect((await http.send(check, 'check-form')).status).toBe(303)
  expect(await sourceOfNewest('choosing')).toEqual({ utmMedium: '', referrer: '' })
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('a frame without tags keeps the site that it stands in with the letter', async ({ page, person }) => {
    const partner = await servePartner({ '/news': frameOf(EMBED) })
    try {
      await page.goto(`${partner.url}/news?reader=anna`)
      const frame = page.frameLocator('iframe')
      await frame.getByRole('textbox', { name: 'Your postcode' }).fill('SW1A 0AA')
      await frame.getByRole('button', { name: 'Find your MP' }).click()
      const path = new Path(page)
      await path.goToLetter(person.reason)
      await path.fillDetails(person)
      await path.goToCheck()
      await path.goToSent()
    } finally {
      partner.close()
    }
    expect(await sourceOfNewest('')).toEqual({ utmMedium: '', referrer: '127.0.0.1' })
  })
})

test('how views are counted, and what is kept of where one came from, stands on the page about keeping', async () => {
  const said = wordsOf((await ask(base(), '/privacy')).html)
  expect(said).toContain('the tags in the link that you followed (utm_source and the like), the host of the site')
  expect(said).toContain('beside your name, for as long as that is kept')
  expect(said).toContain('no cookie is set, nothing is kept of you or your device')
})

test('who has signed gets a link of their own, a picture that names their constituency, and finds it on the map', async ({
  person,
}) => {
  const { html } = await ask(base(), await new ByHttp(base()).sign('SW1A 0AA', person))
  expect(html).toMatch(/aria-label="Map of [^"]* Yours, Cities of London and Westminster, has the heavy outline\."/)
  expect(wordsOf(html)).toContain('Your constituency, Cities of London and Westminster, has the heavy outline.')
  const [, link = ''] = /<input[^>]*readOnly=""[^>]*value="([^"]+)"/i.exec(html) ?? []
  expect(link).toMatch(new RegExp(`^${base()}${CAMPAIGN}/from/E14001172\\?by=[a-z0-9]{10}$`))
  expect(html).toContain(encodeURIComponent(link))

  const shared = await ask(base(), link)
  const meta = (name: string) =>
    new RegExp(`<meta (?:property|name)="${name}" content="([^"]*)"`).exec(shared.html)?.[1]
  expect(shared.headers.get('cache-control')).toMatch(/s-maxage/)
  expect(meta('og:url')).toContain('/from/E14001172')
  expect(meta('og:site_name')).toBe('Dear MP')
  expect(meta('og:image:alt')).toContain('To the MP for Cities of London and Westminster.')
  expect(meta('og:image:alt')).not.toMatch(/under 5|Rachel/)
  const picture = await fetch((meta('og:image') ?? '').replaceAll('&amp;', '&'))
  expect(picture.headers.get('content-type')).toBe('image/png')
  expect(picture.headers.get('cache-control')).toContain('s-maxage=60')
  // Others sign meanwhile, and the picture has how many.
  let etag = picture.headers.get('etag')
  await expect(async () => {
    const again = await fetch(picture.url, { headers: { 'if-none-match': etag ?? '' } })
    etag = again.headers.get('etag')
    expect(again.status).toBe(304)
  }).toPass()
})

test('a campaign has a code and a poster for print; one that there is not has neither', async () => {
  const types = { 'qr.svg': 'image/svg+xml', 'poster.pdf': 'application/pdf', 'share.png': 'image/png' }
  for (const [file, type] of Object.entries(types)) {
    const { status, headers } = await ask(base(), `${CAMPAIGN}/${file}`)
    expect(status, file).toBe(200)
    expect(headers.get('content-type'), file).toContain(type)
    expect((await ask(base(), `/campaigns/nothing/${file}`)).status, file).toBe(404)
  }
})

/** The source of the newest letter, once one from there is kept. */
async function sourceOfNewest(utmSource: string): Promise<unknown> {
  return onDatabase(product().dataDir, async (sql) => {
    const [row] = await sql`
      select sources.utm_medium as "utmMedium", sources.referrer from letters
      join sources on sources.id = letters.source_id
      where sources.utm_source = ${utmSource} order by letters.created_at desc limit 1`
    return row
  })
}
