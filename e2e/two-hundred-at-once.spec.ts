import { type Answer, ask, ByHttp } from './fixtures/by-http'
import { seats } from './fixtures/directory'
import { wordsOf } from './fixtures/forms'
import { linkIn, type Mail, Mailbox } from './fixtures/mailbox'
import { test } from './fixtures/own-product'
import { CAMPAIGN } from './fixtures/path'
import { makePerson } from './fixtures/person'
import { expect } from './fixtures/test'

const COUNT = 200

test(`${COUNT} supporters sign at once through HTTP, without scripts, and each letter goes once`, async ({ start }) => {
  test.setTimeout(10 * 60_000)
  const product = await start()
  const http = new ByHttp(product.url)
  const mailbox = new Mailbox(product.url)
  const people = Array.from({ length: COUNT }, makePerson)
  // Forty seats with five supporters each.
  const homes = seats.filter(({ member }) => member?.email).slice(0, COUNT / 5)

  const signing = await timed(() =>
    Promise.all(people.map((person, i) => http.submit(homes[i % homes.length]?.examplePostcode ?? '', person))),
  )
  expect(signing.result.map(({ status }: Answer) => status)).toEqual(Array(COUNT).fill(303))

  const asked = await expectMail(mailbox, COUNT, (mail) => mail.text.includes('/confirm/'))
  const links = people.map(({ email }) => linkIn(asked.find(({ to }) => to === email) ?? fail(email), 'confirm'))
  const confirming = await timed(() => Promise.all(links.map((link) => http.confirm(link))))
  expect(confirming.result.map(({ status }: Answer) => status)).toEqual(Array(COUNT).fill(303))

  const delivering = await timed(() => expectMail(mailbox, COUNT, (mail) => mail.replyTo !== null))
  await expectMail(mailbox, COUNT, (mail) => /is on its way/.test(mail.subject))
  const all = await mailbox.read()
  expect(all).toHaveLength(3 * COUNT)
  const letters = all.filter(({ replyTo }) => replyTo !== null)
  expect(new Set(letters.map(({ replyTo }) => replyTo)).size, 'none is sent twice').toBe(COUNT)
  for (const [i, person] of people.entries()) {
    const letter = letters.find(({ replyTo }) => replyTo === person.email)
    expect(letter?.to).toBe(homes[i % homes.length]?.member?.email)
    expect(letter?.text).toContain(person.reason)
  }

  const figures = { supporters: COUNT, letters: COUNT, constituencies: homes.length }
  await expect.poll(() => http.figures(), { timeout: 30_000 }).toMatchObject(figures)
  await expect
    .poll(async () => wordsOf((await ask(product.url, CAMPAIGN)).html), { timeout: 30_000 })
    .toContain(`${COUNT} people have written`)
  console.log(
    `  ${COUNT} at once: signed in ${signing.seconds} s, confirmed in ${confirming.seconds} s, ` +
      `all letters out ${delivering.seconds} s later; ${letters.length} letters, none twice; figures say ${COUNT}`,
  )
  expect((await product.stop()).status).toBe(0)
})

async function expectMail(mailbox: Mailbox, count: number, fits: (mail: Mail) => boolean): Promise<Mail[]> {
  let found: Mail[] = []
  await expect
    .poll(
      async () => {
        found = (await mailbox.read()).filter(fits)
        return found.length
      },
      { timeout: 180_000, intervals: [500] },
    )
    .toBe(count)
  return found
}

async function timed<T>(work: () => Promise<T>): Promise<{ result: T; seconds: string }> {
  const started = performance.now()
  const result = await work()
  return { result, seconds: ((performance.now() - started) / 1000).toFixed(1) }
}

function fail(email: string): never {
  throw new Error(`No confirmation came for ${email}.`)
}
