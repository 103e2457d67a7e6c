import { type Answer, ask, ByHttp, detailsOf } from './fixtures/by-http'
import { filled, formIn, wordsOf } from './fixtures/forms'
import { CAMPAIGN, Path, WRITE } from './fixtures/path'
import { expect, product, test } from './fixtures/test'

const base = () => product().url

const HOSTILE = {
  markup: '<script>alert(1)</script><img src=x onerror=alert(2)>"\'&lt;',
  formula: '=cmd()|"/C calc"!A1',
  emoji: 'Zoë 👩🏽‍🚀 wrote 💌',
  rightToLeft: 'مرحبا \u202egnirts\u202c \u2066x\u2069',
  controls: 'a\u0000b\u0007c\u001bd\u2028e',
  combining: `Z${'\u0301'.repeat(40)}algo`,
  sql: "Robert'); drop table letters;--",
  template: '{{mp}} $' + '{process.env} %s %n {constituency}',
}

test('a letter with markup in every field is shown as text on every page', async ({ page, person, mailbox }) => {
  const path = new Path(page)
  let dialogs = 0
  page.on('dialog', (dialog) => {
    dialogs++
    void dialog.dismiss()
  })
  const text = HOSTILE.markup
  await path.findMp('SW1A 0AA')
  await path.goToLetter(`${text} is what I say.`)
  await path.subject.fill(`About ${text}`)
  await path.fillDetails({ ...person, name: `${person.name} ${text}`.slice(0, 100), address1: text, town: text })
  await path.goToCheck()
  await expect(path.sheet).toContainText(`${text} is what I say.`)
  await path.send.click()
  await path.expectSent()
  await path.confirm(await mailbox.confirmLink(person.email))
  await page.locator('summary', { hasText: 'Your letter' }).click()
  await page.getByRole('link', { name: 'Read it, or print it' }).click()
  await expect(path.sheet).toContainText(`${text} is what I say.`)
  const letter = await mailbox.waitFor({ replyTo: person.email })
  await mailbox.waitFor({ to: person.email, says: 'your copy' })
  await page.goto('/dev/mailbox')
  await expect(page.getByRole('heading', { level: 2, name: letter.subject }).first()).toBeVisible()
  await page.goto(`/dev/mailbox/${letter.id}/html`)
  await expect(page.getByText(`${text} is what I say.`)).toBeVisible()
  expect(dialogs).toBe(0)
})

for (const [kind, text] of Object.entries(HOSTILE)) {
  test(`a letter with ${kind} in every field arrives as text, with clean headers`, async ({ person, mailbox }) => {
    const http = new ByHttp(base())
    const name = `${person.name} ${text}`.slice(0, 100)
    const reason = `${text} is what I say.`
    const check = await http.check('SW1A 0AA', { ...person, name, reason, address1: text, town: text })
    expect(check.status).toBe(200)
    const subject = `About ${text}`.slice(0, 120)
    expect((await http.send(check, 'check-form', { subject })).status).toBe(303)
    await http.confirm(await mailbox.confirmLink(person.email))
    const letter = await mailbox.waitFor({ replyTo: person.email })
    await mailbox.waitFor({ to: person.email, says: 'your copy' })
    expect(letter.html).not.toMatch(/<script|<img/)
    for (const header of [letter.from, letter.subject, letter.to, String(letter.replyTo)]) {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: it is control characters that must not be there.
      expect(header).not.toMatch(/[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]/)
    }
    expect(letter.words).toContain('is what I say.')
    expect(letter.from).toMatch(/^"[^"]*" <letters@localhost>$/)
  })
}

test('line ends in a name or a subject start no other header', async ({ person, mailbox }) => {
  const http = new ByHttp(base())
  const attack = '\r\nBcc: everyone@example.org\r\nX-Evil: 1'
  // A name that holds the name of a host is refused for that alone.
  const named = attack.replace('everyone@example.org', 'everyone at example')
  const check = await http.check('SW1A 0AA', { ...person, name: `${person.name}${named}` })
  await http.send(check, 'check-form', { subject: `A subject${attack}` })
  const link = await mailbox.confirmLink(person.email)
  await http.confirm(link)
  const letter = await mailbox.waitFor({ replyTo: person.email })
  expect(letter.subject).toBe('A subject Bcc: everyone@example.org X-Evil: 1')
  expect(letter.from).toMatch(/^"[^"\r\n]*" <letters@localhost>$/)
  expect(Object.keys(letter.headers).join()).not.toMatch(/bcc|evil/i)
  for (const email of [
    `a@example.org${attack}`,
    'a@example.org, b@example.org',
    'a@example.org>\r\nBcc: b',
    '"a"@b@c',
  ]) {
    const refused = await http.check('SW1A 0AA', { ...person, email })
    expect(refused.status, email).toBe(422)
  }
})

test('a body of ten megabytes is refused with a page, and so is one of unknown length', async () => {
  const http = new ByHttp(base())
  const form = formIn((await http.start('SW1A 0AA')).html, 'letter-form')
  const body = filled(form, { reason: 'x'.repeat(10 * 1024 * 1024) })
  const answer = await ask(base(), form.action, body)
  expect(answer.status).toBe(413)
  expect(wordsOf(answer.html)).toMatch(/too much text/i)
  const chunks = new ReadableStream({
    start(controller) {
      for (let i = 0; i < 20; i++) controller.enqueue(new TextEncoder().encode('x=1&'.repeat(25_000)))
      controller.close()
    },
  })
  const streamed = await fetch(new URL(WRITE, base()), {
    method: 'POST',
    body: chunks,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    ...{ duplex: 'half' },
  })
  expect(streamed.status).toBe(413)
})

test('the longest letter that is allowed gets through, in the widest characters', async ({ person, mailbox }) => {
  const http = new ByHttp(base())
  const body = `Start. ${'👩🏽‍🚀'.repeat(2497)} End.`
  const check = await http.check('SW1A 0AA', person, { body, subject: '💌'.repeat(120) })
  expect(check.status).toBe(200)
  expect((await http.send(check, 'check-form')).status).toBe(303)
  await http.confirm(await mailbox.confirmLink(person.email))
  expect((await mailbox.waitFor({ replyTo: person.email })).text).toContain(body)
})

test('fields of the wrong kind are read as empty or as the first, never as a fault of ours', async ({ person }) => {
  const http = new ByHttp(base())
  const letter = await http.send(await http.letter('SW1A 0AA', person.reason), 'letter-form')
  const { action, fields } = formIn(letter.html, 'letter-form')
  const twice = filled(formIn(letter.html, 'letter-form'), { ...detailsOf(person), name: [person.name, 'Other'] })
  expect((await ask(base(), action, twice)).status).toBe(200)
  const arrays = new URLSearchParams([
    ...fields,
    ['name[]', 'x'],
    ['email[a]', 'y'],
    ['__proto__', 'z'],
    ['constructor', 'z'],
  ])
  expect((await ask(base(), action, arrays)).status).toBe(422)

  const files = new FormData()
  for (const [name, value] of fields) files.append(name, value)
  for (const name of ['name', 'email', 'body']) files.set(name, new Blob(['x'.repeat(1000)]), 'evil.txt')
  expect((await post(action, files)).status).toBe(422)
  const multipart = new FormData()
  for (const [name, value] of filled(formIn(letter.html, 'letter-form'), detailsOf(person)))
    multipart.append(name, value)
  expect((await post(action, multipart)).status, 'a form with its parts').toBe(200)

  for (const [type, body] of [
    ['application/json', '{"name":"x"}'],
    ['text/plain', 'name=x'],
    ['multipart/form-data', 'no boundary'],
    ['multipart/form-data; boundary=x', '--y\r\nbroken'],
    ['', ''],
  ] as const) {
    const answer = await post(action, body, { 'content-type': type })
    expect([400, 415], `${type}: ${body}`).toContain(answer.status)
  }
  for (const body of ['%', '%ff%fe=%ff', '&&&&==', 'a'.repeat(5000)]) {
    const answer = await post(action, body, { 'content-type': 'application/x-www-form-urlencoded' })
    expect([303, 400, 422], body.slice(0, 10)).toContain(answer.status)
  }
})

test('hidden fields that were meddled with change nothing that matters', async ({ person, mailbox }) => {
  const http = new ByHttp(base())
  const check = await http.check('SW1A 0AA', person)
  const meddlings: Record<string, string | string[]>[] = [
    { wording: 's99.o99.r99.c99.nothing-1' },
    { wording: '<script>' },
    { wording: '~' },
    { wording: `~A${'____'.repeat(6)}` },
    { wording: `~A${'AAAA'.repeat(60)}` },
    { wording: `~${'A'.repeat(100_000)}` },
    { wording: ['~AAAAAAAAA', '~BAAAAAAAA'] },
    { given: 'x' },
    { step: 'nonsense' },
    { ask: ['nonsense', '<b>'] },
    { submission: "'; drop table supporters" },
    { constituency: 'E99999999' },
    { constituency: ['S14000078', 'E14001172'] },
  ]
  for (const meddled of meddlings) {
    const answer = await http.send(check, 'check-form', meddled)
    expect([200, 303, 422], JSON.stringify(meddled)).toContain(answer.status)
  }
  const robot = await http.send(check, 'check-form', { nothing: 'https://spam.example' })
  expect(robot.status).toBe(303)
  expect((await mailbox.find({ to: person.email })).length).toBeLessThanOrEqual(3)
})

test('addresses that do not exist, and forms opened as pages, are answered plainly', async () => {
  for (const [path, status] of [
    ['/campaigns/nothing', 404],
    ['/campaigns/nothing/write?postcode=SW1A0AA', 404],
    ['/campaigns/nothing/choose', 404],
    ['/campaigns/%2e%2e/write', 404],
    ['/nothing/at/all', 404],
    ['/api/nothing', 404],
    ['/api/campaigns/nothing/figures', 404],
    ['//', 308],
    ['/%', 400],
    ['/fault', 404],
    [WRITE, 200],
    [`${WRITE}?postcode=a&postcode=b`, 422],
    [`${WRITE}?postcode[]=a`, 200],
    [`${WRITE}?postcode=${'9'.repeat(5000)}`, 422],
    [`${WRITE}?constituency=E14001172&constituency=S14000078`, 307],
  ] as const) {
    const answer = await ask(base(), path.startsWith('//') ? `${base()}//` : path)
    expect([status, status === 400 ? 404 : status], path.slice(0, 60)).toContain(answer.status)
    expect(answer.html).not.toMatch(/node_modules|\bat \w+ \(/)
  }
  for (const path of ['/campaigns/nothing/write', '/nothing', '/privacy', '/', CAMPAIGN, '/api/nothing']) {
    expect([303, 404, 405], `POST ${path}`).toContain((await ask(base(), path, new URLSearchParams({ a: 'b' }))).status)
  }
  for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE']) {
    const status = await statusOf(method, WRITE)
    expect(status, method).toBeLessThan(500)
  }
})

async function post(
  path: string,
  body: FormData | string,
  headers: Record<string, string> = {},
): Promise<Pick<Answer, 'status'>> {
  const { status } = await fetch(new URL(path, base()), { method: 'POST', body, headers, redirect: 'manual' })
  return { status }
}

/** `fetch` refuses some methods itself, so this is asked below it. */
async function statusOf(method: string, path: string): Promise<number> {
  const { request } = await import('node:http')
  return new Promise((done, fail) => {
    const asked = request(new URL(path, base()), { method }, (answer) => {
      answer.resume()
      done(answer.statusCode ?? 0)
    })
    asked.once('error', fail)
    asked.end()
  })
}
