import { expectAccessible } from './fixtures/accessible'
import { ask, ByHttp } from './fixtures/by-http'
import { expectReachable, onBoth } from './fixtures/devices'
import { postcodeIn } from './fixtures/directory'
import { linkIn } from './fixtures/mailbox'
import { makePerson } from './fixtures/person'
import { expect, product, test } from './fixtures/test'

const SEAT = 'Torfaen'

test('an MP’s office checks a letter, and sees in counts alone what the campaign brought', async ({
  page,
  mailbox,
}) => {
  const http = new ByHttp(product().url)
  const writers = Array.from({ length: 6 }, makePerson)
  for (const writer of writers) await http.sign(postcodeIn(SEAT), writer)
  const letters = await Promise.all(writers.map(({ email }) => mailbox.waitFor({ replyTo: email })))
  const [letter] = letters
  if (!letter) throw new Error('No letter came.')

  await page.goto(linkIn(letter, 'verify'))
  await onBoth(page, async () => {
    await expect(page.getByText(`In ${SEAT}`)).toBeVisible()
    await expect(page.getByText(/\d+ % of the text is the writer’s own/)).toBeVisible()
  })
  for (const { name, email, address1, reason } of writers) {
    for (const secret of [name, email, address1, reason]) await expect(page.getByText(secret)).toHaveCount(0)
  }
  const counts = page.getByRole('link', { name: /How many constituents have written/ })
  await expectReachable(page, counts)
  await counts.click()
  await onBoth(page, async () => {
    await expect(page.getByRole('heading', { level: 1 })).toContainText(/constituents have written/)
    await expect(page.getByRole('row').nth(1)).toContainText('all or nearly all')
  })
  await expectAccessible(page, 'what the campaign brought an MP')
})

test('five letters to one MP have no paragraph in common that staff wrote, and each begins with its writer’s words', async ({
  mailbox,
}) => {
  const http = new ByHttp(product().url)
  const writers = Array.from({ length: 5 }, makePerson)
  for (const writer of writers) await http.sign(postcodeIn('Ynys Môn'), writer)
  const letters = await Promise.all(writers.map(({ email }) => mailbox.waitFor({ replyTo: email })))
  const paragraphs = letters.map(({ text }) => text.split(/\n\n+/).slice(1, 9))
  for (const [at, own] of paragraphs.entries()) {
    expect(own[0]?.replace(/\s+/g, ' ')).toBe(writers[at]?.reason)
    // What people say themselves may happen to be the same.
    const given = own.slice(1)
    for (const other of paragraphs.slice(0, at)) expect(given.filter((one) => other.includes(one))).toEqual([])
  }
})

test('a stranger finds no counts behind a made-up link, or behind the link of a letter’s writer', async ({
  person,
}) => {
  const http = new ByHttp(product().url)
  const status = await http.sign(postcodeIn(SEAT), person)
  const token = new URL(status, product().url).pathname.split('/').at(-1)
  for (const made of [token, 'x', 'A'.repeat(46)]) {
    expect((await ask(product().url, `/verify/${made}/constituents`)).status).toBe(404)
    expect((await ask(product().url, `/campaigns/artsakh-ceasefire/print/${made}/letter.pdf`)).status).toBe(
      made === token ? 200 : 404,
    )
  }
})
