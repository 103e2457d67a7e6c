import { expectAccessible, expectAnswerAccessible } from './fixtures/accessible'
import type { Answer } from './fixtures/by-http'
import { ask, ByHttp } from './fixtures/by-http'
import { onDatabase } from './fixtures/database'
import { wordsOf } from './fixtures/forms'
import { test } from './fixtures/own-product'
import { CAMPAIGN, Path } from './fixtures/path'
import { makePerson } from './fixtures/person'
import { expect } from './fixtures/test'

test('too many look-ups, letters and links are refused, with the time to come back and the text kept', async ({
  start,
  browser,
}) => {
  const product = await start({
    LIMITS: 'on',
    LIMIT_LOOK_UP: '12/10m',
    LIMIT_SUBMIT: '3/10m',
    LIMIT_SUBMIT_EMAIL: '2/1d',
    LIMIT_RESEND: '2/10m',
  })
  const { url } = product
  // A sum is asked for meanwhile: of a browser, which does it, and of a program without scripts, which goes the slower way.
  const always = { when: 'always', most: 300 }
  await onDatabase(product.dataDir, (sql) => sql`insert into settings values ('puzzle', ${sql.json(always)})`)
  const http = new ByHttp(url)
  const person = makePerson()
  const [first, second] = [await http.check('SW1A 0AA', person), await http.check('SW1A 0AA', person)]
  expect((await http.send(first, 'check-form')).status).toBe(303)
  const { location } = await http.send(second, 'check-form')
  const third = await http.check('SW1A 0AA', person)
  const byEmail = await http.send(third, 'check-form')
  expectRefusal(byEmail, 24 * 60 * 60)
  expect(byEmail.html).toContain(person.reason)

  const other = makePerson()
  const byAddress = await http.send(await http.check('SW1A 0AA', other), 'check-form')
  expectRefusal(byAddress, 10 * 60)
  for (const kept of [other.reason, other.name, other.email, other.address1]) {
    expect(wordsOf(byAddress.html)).toContain(kept)
  }

  const page = await ask(url, location ?? '')
  expect(wordsOf(page.html)).toContain('Your letter came without the sum')
  // Its form is not there while the e-mail is still to go, but a program can send it.
  const resend = () => ask(url, location ?? '', new URLSearchParams())
  await resend()
  await resend()
  expectRefusal(await resend(), 10 * 60)
  const data = await ask(url, '/my-data', new URLSearchParams({ email: person.email }))
  expectRefusal(data, 10 * 60)
  expect(data.html).toContain(person.email)

  const context = await browser.newContext({ baseURL: url })
  const tab = await context.newPage()
  const path = new Path(tab)
  // From the browser: it may come by another address of this machine, and each has its own turns.
  await tab.goto('/')
  await expect
    .poll(() => tab.evaluate(async () => (await fetch('/api/postcodes/SW1A0AA')).status), { intervals: [10] })
    .toBe(429)
  const api = await tab.evaluate(async () => {
    const response = await fetch('/api/postcodes/M11AE')
    return { body: await response.json(), after: Number(response.headers.get('retry-after')) }
  })
  expect(api.body).toEqual({ error: { code: 'too_many', message: expect.any(String) } })
  expect(api.after).toBeGreaterThan(0)
  const refused = tab.waitForResponse((response) => /\/write\?/.test(response.url()))
  await path.findMp('M1 1AE')
  expect((await refused).status()).toBe(429)
  await expect(path.summary).toBeFocused()
  await expect(path.postcode).toHaveValue('M1 1AE')
  await expect(tab.getByText(/after \d\d:\d\d on \d+ \w+ \d{4}/).first()).toBeVisible()
  await expectAccessible(tab, 'too many look-ups')
  await (await path.constituencySearch()).pressSequentially('manchester central')
  await tab.getByRole('option', { name: /Manchester Central/ }).click()
  await tab.getByRole('button', { name: /^Go on/ }).click()
  await expect(tab.getByText('MP for Manchester Central')).toBeVisible()
  await path.goToLetter(other.reason)
  await path.fillDetails(other)
  await path.field('Postcode').fill('M1 1AE')
  await path.goToCheck()
  await expect(tab.getByText('Your browser has done the sum.')).toBeVisible({ timeout: 30_000 })
  await expectAccessible(tab, 'a letter with its sum')
  await expectAnswerAccessible(tab, byAddress.html, 'too many letters')
  await expectAnswerAccessible(tab, data.html, 'too many links')
  await expectAnswerAccessible(tab, page.html, 'an e-mail that goes later')
  await context.close()
  expect((await ask(url, CAMPAIGN)).status, 'reading is not limited').toBe(200)
  expect((await product.stop()).status).toBe(0)
})

function expectRefusal({ status, headers }: Answer, most: number): void {
  expect(status).toBe(429)
  const seconds = Number(headers.get('retry-after'))
  expect(seconds).toBeGreaterThan(0)
  expect(seconds).toBeLessThanOrEqual(most)
}
