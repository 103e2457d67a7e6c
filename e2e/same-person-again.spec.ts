import { type Answer, ask, ByHttp } from './fixtures/by-http'
import { postcodeIn } from './fixtures/directory'
import { unparted, wordsOf } from './fixtures/forms'
import { lettersOf, settled } from './fixtures/later'
import { linkIn } from './fixtures/mailbox'
import { makePerson, type Person } from './fixtures/person'
import { expect, product, test } from './fixtures/test'

test('the page after submitting tells nobody who has signed; the e-mail tells its owner', async ({
  person,
  mailbox,
}) => {
  const http = new ByHttp(product().url)
  await http.sign('SW1A 0AA', person)
  await mailbox.waitFor({ replyTo: person.email })
  const stranger = makePerson()
  const known = await pageAfter(await http.submit('SW1A 0AA', person), person)
  const unknown = await pageAfter(await http.submit('SW1A 0AA', stranger), stranger)
  expect(known.length).toBeGreaterThan(1000)
  expect(known).toBe(unknown)

  const told = await mailbox.waitFor({ to: person.email, subject: /already written/ })
  expect(told.words).toContain('stands')
  expect(told.words).not.toContain('/confirm/')
  expect(wordsOf((await ask(product().url, linkIn(told, 'letters'))).html)).toContain('Our mail service has taken')
  expect(await mailbox.find({ replyTo: person.email })).toHaveLength(1)
})

test('asking for the e-mail again tells nobody either', async ({ person }) => {
  const http = new ByHttp(product().url)
  await http.sign('SW1A 0AA', person)
  const stranger = makePerson()
  const pages: string[] = []
  for (const each of [person, stranger]) {
    const { location } = await http.submit('SW1A 0AA', each)
    const resent = await http.send(await ask(product().url, location ?? ''), 'resend-form')
    expect(resent.status).toBe(429)
    pages.push(bare(resent.html, each))
  }
  expect(pages[0]).toBe(pages[1])
})

test('a person is known again however the address and the name are written', async ({ person, mailbox }) => {
  const http = new ByHttp(product().url)
  const local = person.email.replace('@example.org', '').replaceAll('.', '')
  const email = `${local}@gmail.com`
  await http.sign('SW1A 0AA', { ...person, email })
  await mailbox.waitFor({ replyTo: email })
  for (const again of [
    `${local.slice(0, 3)}.${local.slice(3)}+news@googlemail.com`,
    `${local.toUpperCase()}@GMAIL.COM`,
  ]) {
    const name = `  ${person.name.toUpperCase().replaceAll(' ', '   ')} `
    expect((await http.submit('SW1A 0AA', { ...person, email: again, name })).status).toBe(303)
    expect((await mailbox.waitFor({ to: again })).subject).toMatch(/already written/)
  }
})

test('two people of a household share an address; a third is told to use their own', async ({ mailbox }) => {
  const http = new ByHttp(product().url)
  const home = makePerson()
  // Names that nobody takes for one: nearly the same ones are asked about.
  const [first, second, third] = [
    { ...home, name: `Amara ${home.name}` },
    { ...makePerson(), email: home.email, name: `Gwilym ${home.name}` },
    { ...makePerson(), email: home.email, name: `Dorothy ${home.name}` },
  ]
  await http.sign('SW1A 0AA', first)
  await http.sign('SW1A 0AA', second)
  const stranger = makePerson()
  const known = await pageAfter(await http.submit('SW1A 0AA', third), third)
  expect(known).toBe(await pageAfter(await http.submit('SW1A 0AA', stranger), stranger))

  const told = await mailbox.waitFor({ to: home.email, subject: /was not taken/ })
  expect(told.words).toContain('an e-mail address of their own')
  expect(told.words).not.toContain('/confirm/')
  await mailbox.waitFor({ replyTo: home.email }, 2)
  const senders = (await mailbox.find({ replyTo: home.email })).map(({ from }) => from)
  for (const { name } of [first, second]) expect(senders.filter((from) => from.includes(name))).toHaveLength(1)
})

test('a corrected name is one person unless its owner says otherwise, on the page behind their e-mail', async ({
  person,
  mailbox,
}) => {
  const http = new ByHttp(product().url)
  const slip = { ...person, name: `${person.name}x` }
  await http.submit('SW1A 0AA', slip)
  const slipLink = await mailbox.confirmLink(person.email)
  await http.sign('SW1A 0AA', person)
  await mailbox.waitFor({ replyTo: person.email })

  const asked = await ask(product().url, slipLink)
  expect(wordsOf(asked.html)).toContain('Is this another person of your household?')
  const unanswered = await http.send(asked, 'confirm-form')
  expect([unanswered.status, unanswered.location]).toEqual([303, new URL(slipLink).pathname])
  const same = await http.send(asked, 'confirm-form', { person: 'same' })
  expect(wordsOf((await ask(product().url, same.location ?? '')).html)).toContain('Your earlier letter stands')
  const another = await http.send(asked, 'confirm-form', { person: 'another' })
  expect([another.status, another.location]).toEqual([303, expect.stringContaining('confirmed=1')])
  await mailbox.waitFor({ replyTo: person.email }, 2)
})

test('one person with one home has one letter, whatever the seat', async ({ person, mailbox }) => {
  const http = new ByHttp(product().url)
  await http.sign('SW1A 0AA', person)
  await http.submit(postcodeIn('Aldershot'), person)
  const told = await mailbox.waitFor({ to: person.email, subject: /already written/ })
  expect(told.words).toContain('Cities of London and Westminster')
  expect(told.words).not.toContain('/confirm/')
})

test('of two links for one person, sent before either was used, one counts', async ({ person, mailbox }) => {
  const http = new ByHttp(product().url)
  await http.submit('SW1A 0AA', person)
  await http.submit('SW1A 0AA', person)
  await mailbox.waitFor({ to: person.email }, 2)
  const links = (await mailbox.find({ to: person.email })).map((mail) => linkIn(mail, 'confirm'))
  const answers = await Promise.all(links.map((link) => http.confirm(link)))
  expect(answers.map(({ location }) => location?.split('/')[1]).sort()).toEqual(['confirm', 'letters'])
  await mailbox.waitFor({ to: person.email, says: 'your copy' })
  expect(await mailbox.find({ replyTo: person.email })).toHaveLength(1)
})

test('one button pressed ten times at once confirms once', async ({ person, mailbox }) => {
  const http = new ByHttp(product().url)
  await http.submit('SW1A 0AA', person)
  const link = await mailbox.confirmLink(person.email)
  const answers = await Promise.all(Array.from({ length: 10 }, () => http.confirm(link)))
  expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(303))
  await mailbox.waitFor({ to: person.email, says: 'your copy' })
  expect(await mailbox.find({ replyTo: person.email })).toHaveLength(1)
})

test('one check page sent ten times at once is one letter', async ({ person, mailbox }) => {
  const http = new ByHttp(product().url)
  const check = await http.check('SW1A 0AA', person)
  const answers = await Promise.all(Array.from({ length: 10 }, () => http.send(check, 'check-form')))
  expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(303))
  expect(await lettersOf(answers.map(({ location }) => location ?? ''))).toHaveLength(1)
  await settled(await mailbox.confirmLink(person.email))
  expect(await mailbox.find({ to: person.email })).toHaveLength(1)
})

/** "Check your e-mail" as it comes, but for what is different for each person. */
async function pageAfter({ status, location }: Answer, person: Person): Promise<string> {
  expect(status).toBe(303)
  const page = await ask(product().url, location ?? '')
  expect(page.status).toBe(200)
  return bare(page.html, person)
}

/** Without its scripts, which come in pieces of any size, and what differs by design. */
function bare(html: string, { email }: Person): string {
  return unparted(html)
    .replace(/<script\b[\s\S]*?<\/script>/g, '')
    .replaceAll(email, 'EMAIL')
    .replace(/\/sent\/[\w-]+/g, '/sent/TOKEN')
    .replace(/nonce="[^"]*"/g, '')
}
