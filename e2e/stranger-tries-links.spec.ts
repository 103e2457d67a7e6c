import { ask, ByHttp } from './fixtures/by-http'
import { formIn, wordsOf } from './fixtures/forms'
import { aMinuteLater, onDayFourteen, runOut } from './fixtures/later'
import { linkIn } from './fixtures/mailbox'
import { CAMPAIGN } from './fixtures/path'
import { expect, product, test } from './fixtures/test'

const base = () => product().url
const pages = [
  'confirm',
  'letters',
  'replied',
  'verify',
  'my-data',
  `${CAMPAIGN.slice(1)}/print`,
  `${CAMPAIGN.slice(1)}/sent`,
]

for (const page of pages) {
  test(`a made-up link to /${page} is refused, opened or posted`, async () => {
    for (const token of ['x', 'A'.repeat(46), '..%2f..%2fetc', '0', `${'a'.repeat(3000)}`, '%00', '%F0%9F%92%8C']) {
      const { status, html } = await ask(base(), `/${page}/${token}`)
      expect([400, 404], `GET ${token.slice(0, 20)}`).toContain(status)
      expect(wordsOf(html)).not.toMatch(/\bat .*\.(js|ts):\d+/)
      const posted = await ask(base(), `/${page}/${token}`, new URLSearchParams({ answer: 'no' }))
      expect([400, 404, 405], `POST ${token.slice(0, 20)}`).toContain(posted.status)
    }
  })
}

test('a link works for its own purpose only, and a changed one for none', async ({ person, mailbox }) => {
  const http = new ByHttp(base())
  const { location } = await http.submit('SW1A 0AA', person)
  const link = await mailbox.confirmLink(person.email)
  const token = new URL(link).pathname.split('/').at(-1) ?? ''
  for (const other of pages.filter((page) => page !== 'confirm')) {
    expect((await ask(base(), `/${other}/${token}`)).status, other).toBe(404)
  }
  const changed = `${token.startsWith('A') ? 'B' : 'A'}${token.slice(1)}`
  expect((await ask(base(), `/confirm/${changed}`)).status).toBe(404)
  expect((await ask(base(), `/confirm/${token.slice(0, -1)}`)).status).toBe(404)
  const sent = (location ?? '').split('/').at(-1)
  expect((await ask(base(), `/confirm/${sent}`, new URLSearchParams())).status).toBe(404)
  expect(await mailbox.find({ replyTo: person.email })).toEqual([])
  expect((await http.confirm(link)).status).toBe(303)
})

test('opening a link, or asking for its head, confirms nothing', async ({ person, mailbox }) => {
  const http = new ByHttp(base())
  await http.submit('SW1A 0AA', person)
  const link = await mailbox.confirmLink(person.email)
  for (const method of ['GET', 'HEAD', 'OPTIONS']) await fetch(link, { method, redirect: 'manual' })
  const page = await ask(base(), link)
  expect(wordsOf(page.html)).toContain('One step left')
  expect(formIn(page.html, 'confirm-form').method).toBe('post')
})

test('a link that has run out says so, and does not confirm', async ({ person, mailbox }) => {
  const http = new ByHttp(base())
  const { location } = await http.submit('SW1A 0AA', person)
  const link = await mailbox.confirmLink(person.email)
  const page = await ask(base(), link)
  await runOut(link, location ?? '')
  const opened = await ask(base(), link)
  expect(opened.status).toBe(410)
  expect(wordsOf(opened.html)).toMatch(/seven days/)
  expect((await http.send(page, 'confirm-form')).location).toBe(new URL(link).pathname)
  expect((await ask(base(), location ?? '')).status).toBe(410)
  const resent = await ask(base(), location ?? '', new URLSearchParams())
  expect(resent.status).toBe(410)
  expect(await mailbox.find({ replyTo: person.email })).toEqual([])
})

test('the confirmation is sent again five times at most, and not within a minute', async ({ person, mailbox }) => {
  const http = new ByHttp(base())
  const { location } = await http.submit('SW1A 0AA', person)
  const page = await ask(base(), location ?? '')
  const first = await mailbox.confirmLink(person.email)
  const soon = await http.send(page, 'resend-form')
  expect(soon.status).toBe(429)
  expect(wordsOf(soon.html)).toMatch(/wait a minute/i)
  for (let again = 1; again <= 5; again++) {
    await aMinuteLater(first)
    const answer = await http.send(page, 'resend-form')
    expect(wordsOf((await ask(base(), answer.location ?? '')).html)).toMatch(/sent it again/i)
    await mailbox.waitFor({ to: person.email }, again + 1)
  }
  await aMinuteLater(first)
  const spent = await http.send(page, 'resend-form')
  expect(spent.status).toBe(429)
  expect(wordsOf(spent.html)).toMatch(/five times already/i)
  expect(await mailbox.find({ to: person.email })).toHaveLength(6)
  // The first link and the last are both good: whichever e-mail is found first.
  expect((await http.confirm(first)).status).toBe(303)
  // Whoever entered the address is not told that its owner has confirmed.
  expect(wordsOf((await http.send(page, 'resend-form')).html)).toBe(wordsOf(spent.html))
})

test('on day 14 the writer is asked once whether the MP has replied, and answers by a button', async ({
  page,
  person,
  mailbox,
}) => {
  const http = new ByHttp(base())
  const status = await http.sign('SW1A 0AA', person)
  await mailbox.waitFor({ to: person.email, says: 'your copy' })
  await onDayFourteen(status)
  const question = await mailbox.waitFor({ to: person.email, subject: /replied/ })
  await page.goto(`${linkIn(question, 'replied')}?answer=acknowledgement`)
  await expect(page.getByText('Your answer: Only an acknowledgement')).toBeVisible()
  await page.getByRole('link', { name: 'Another answer' }).click()
  await page.getByRole('button', { name: 'Only an acknowledgement' }).click()
  await expect(page.getByText(/your answer is recorded/i)).toBeVisible()
  await expect(page.getByText('You answered “Only an acknowledgement”.')).toBeVisible()
  await page.getByRole('link', { name: 'Change my answer' }).click()
  await page.getByRole('button', { name: 'Do not ask me again' }).click()
  await expect(page.getByText(/will not ask again/i)).toBeVisible()
})

test('anyone gets a copy of their data, or has it erased, through a link to their own e-mail', async ({
  page,
  person,
  mailbox,
}) => {
  const http = new ByHttp(base())
  const status = await http.sign('SW1A 0AA', person)
  await mailbox.waitFor({ to: person.email, says: 'your copy' })
  const answers = await Promise.all(
    [person.email, `nobody.${person.email}`].map((email) =>
      http.follow(ask(base(), '/my-data', new URLSearchParams({ email }))),
    ),
  )
  const [known, unknown] = answers.map(({ html }) => wordsOf(html))
  expect(known).toBe(unknown)
  expect(known).toContain('Check your e-mail')
  const link = linkIn(await mailbox.waitFor({ to: person.email, subject: /your data/i }), 'my-data')
  expect(await mailbox.find({ to: `nobody.${person.email}` })).toEqual([])

  await page.goto(link)
  await expect(page.getByText(person.email)).toBeVisible()
  const download = await (await fetch(`${link}/download`)).text()
  for (const held of [person.name, person.email, person.address1, person.reason]) expect(download).toContain(held)
  await page.getByRole('button', { name: /^Erase everything/ }).click()
  await expect(page.getByText(/everything is erased/i)).toBeVisible()
  expect((await ask(base(), link)).status).toBe(404)
  const left = await ask(base(), status)
  expect(left.html).not.toContain(person.name)
  expect(left.html).not.toContain(person.reason)
})
