import { expectAccessible } from './fixtures/accessible'
import { ask, ByHttp } from './fixtures/by-http'
import { askTitle } from './fixtures/campaign'
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
  const writers = Array.from({ length: 6 }, () => ({ ...makePerson(), asks: ['ceasefire'] }))
  for (const writer of writers) await http.sign(postcodeIn(SEAT), writer)
  const letters = await Promise.all(writers.map(({ email }) => mailbox.waitFor({ replyTo: email })))
  const [letter] = letters
  if (!letter) throw new Error('No letter came.')

  await page.goto(linkIn(letter, 'verify'))
  await onBoth(page, async () => {
    await expect(page.getByText(`In ${SEAT}`)).toBeVisible()
    await expect(page.getByText(/\d+% of the text is the writer’s own/)).toBeVisible()
  })
  for (const { name, email, address1, reason } of writers) {
    for (const secret of [name, email, address1, reason]) await expect(page.getByText(secret)).toHaveCount(0)
  }
  const counts = page.getByRole('link', { name: /How many constituents have written/ })
  await expectReachable(page, counts)
  await counts.click()
  await onBoth(page, async () => {
    await expect(page.getByRole('heading', { level: 1 })).toContainText(/constituents have written/)
    await expect(page.getByRole('row', { name: askTitle('ceasefire') })).toContainText('all or nearly all')
  })
  await expectAccessible(page, 'what the campaign brought an MP')
})

test('five letters to one MP have no sentence in common that staff wrote, and each begins with its writer’s words', async ({
  mailbox,
}) => {
  const http = new ByHttp(product().url)
  const writers = Array.from({ length: 5 }, makePerson)
  for (const writer of writers) await http.sign(postcodeIn('Ynys Môn'), writer)
  const letters = await Promise.all(writers.map(({ email }) => mailbox.waitFor({ replyTo: email })))
  const paragraphs = letters.map(({ text }) => text.split('\nYours sincerely,')[0]?.split(/\n\n+/).slice(1) ?? [])
  for (const [at, [own]] of paragraphs.entries()) expect(own?.replace(/\s+/g, ' ')).toBe(writers[at]?.reason)
  // What people say themselves may happen to be the same.
  const given = paragraphs.map(([_own, ...rest]) => longSentences(rest.join(' ')))
  for (const [at, sentences] of given.entries()) {
    expect(sentences.length).toBeGreaterThan(3)
    for (const other of given.slice(0, at)) expect(sentences.filter((one) => other.includes(one))).toEqual([])
  }
  expect(new Set(letters.map(({ subject }) => subject)).size).toBe(letters.length)
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

/** Of eight words or more: what is shorter is everybody's. */
function longSentences(text: string): string[] {
  return text
    .replace(/\s+/g, ' ')
    .split(/(?<=[.?!]["”’)]*) /)
    .filter((sentence) => sentence.split(' ').length >= 8)
}
