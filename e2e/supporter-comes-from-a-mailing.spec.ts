import type { Page } from '@playwright/test'
import { expectAccessible, expectAnswerAccessible } from './fixtures/accessible'
import { ask } from './fixtures/by-http'
import { postcodeIn } from './fixtures/directory'
import { mailingToken } from './fixtures/mailing-token'
import { CAMPAIGN, Path } from './fixtures/path'
import type { Person } from './fixtures/person'
import { expect, product, test } from './fixtures/test'

const SEAT = 'Cities of London and Westminster'

/** The postal address, which no link fills in. */
async function typeAddress(path: Path, person: Person): Promise<void> {
  await path.field('Address line 1').fill(person.address1)
  await path.field('Town or city').fill(person.town)
}

function expectNothingIn(page: Page, { name, email }: Person): void {
  const address = decodeURIComponent(page.url()).replaceAll('+', ' ')
  expect(address).not.toContain('#')
  for (const each of [name, email, postcodeIn(SEAT)]) expect(address).not.toContain(each)
}

test('whoever comes by a link that fills in their name sends a letter with two presses', async ({
  page,
  person,
  mailbox,
}) => {
  const path = new Path(page)
  const { name, email } = person
  const asked: string[] = []
  page.on('request', (request) => asked.push(decodeURIComponent(request.url())))
  await page.goto(
    `${CAMPAIGN}?utm_source=newsletter#${new URLSearchParams({ name, email, postcode: postcodeIn(SEAT) })}`,
  )
  await expect(page.getByRole('heading', { name: 'Is this your MP?' })).toBeVisible()
  await expect(page.getByText(`MP for ${SEAT}`, { exact: true })).toBeVisible()
  expectNothingIn(page, person)
  await expectAccessible(page, 'a campaign’s page, by a link that fills in fields')
  await page.getByRole('button', { name: /^Yes, write to/ }).click()

  await path.expectStage('About you')
  expectNothingIn(page, person)
  await expect(path.field('Full name')).toHaveValue(name)
  await expect(path.field('E-mail address')).toHaveValue(email)
  await expect(path.field('Postcode')).toHaveValue(postcodeIn(SEAT))
  await page.getByText('Read your letter').click()
  await expect(path.sheet).toBeVisible()
  await expectAccessible(page, 'the page with one’s name and the letter')
  await typeAddress(path, person)
  await path.goToSent()
  expectNothingIn(page, person)
  expect(asked.filter((url) => url.includes(email) || url.includes(name))).toEqual([])
  await path.confirm(await mailbox.confirmLink(email))
  await mailbox.waitFor({ replyTo: email })
})

test('what the link filled in is kept on the longer way, and goes at one press', async ({ page, person }) => {
  const path = new Path(page)
  const { name, email } = person
  await page.goto(`${CAMPAIGN}#${new URLSearchParams({ name, email })}`)
  await expect(page.getByText('Your link filled something in')).toBeVisible()
  await path.postcode.fill(postcodeIn(SEAT))
  await page.getByRole('button', { name: 'Find your MP' }).click()
  await path.goToWords()
  await path.goToLetter(person.reason)
  await path.goToYou()
  await expect(path.field('Full name')).toHaveValue(name)
  await expect(path.field('E-mail address')).toHaveValue(email)

  await page.goto(`${CAMPAIGN}#${new URLSearchParams({ name: 'Somebody Else', postcode: postcodeIn(SEAT) })}`)
  await page.getByRole('button', { name: 'Not you? Clear it' }).click()
  await expect(page.getByText('Somebody Else')).toHaveCount(0)
  await expect(path.postcode).toBeFocused()
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('a link that the operator’s key has signed does the same', async ({ page, person, mailbox }) => {
    const path = new Path(page)
    const { name: n, email: e } = person
    await page.goto(`${CAMPAIGN}/for/${await mailingToken({ n, e, p: postcodeIn(SEAT) })}`)
    await path.expectMp((await page.locator('.paper p').first().textContent()) ?? '', SEAT)
    await page.getByRole('button', { name: /^Yes, write to/ }).click()
    await path.expectStage('About you')
    expectNothingIn(page, person)
    await expect(path.field('Full name')).toHaveValue(person.name)
    await typeAddress(path, person)
    await path.goToSent()
    await path.confirm(await mailbox.confirmLink(person.email))
  })
})

test('a signed link is kept by no cache and no search engine; one that has run out leads on by postcode', async ({
  page,
  person,
}) => {
  const x = Math.floor(Date.now() / 1000)
  const link = async (runsOut: number) =>
    ask(product().url, `${CAMPAIGN}/for/${await mailingToken({ n: person.name, p: postcodeIn(SEAT), x: runsOut })}`)
  const { status, headers, html } = await link(x + 3600)
  expect([status, headers.get('referrer-policy')]).toEqual([200, 'same-origin'])
  expect(headers.get('cache-control')).toMatch(/no-store/)
  expect(html).toMatch(/<meta name="robots" content="noindex/)
  const expired = await link(x - 3600)
  expect(expired.status).toBe(410)
  expect(expired.html).toContain('This link has run out')
  expect(expired.html).toContain('id="postcode-form"')
  expect(expired.html).not.toContain(person.name)
  await expectAnswerAccessible(page, html, 'a link that an operator’s key has signed')
  await expectAnswerAccessible(page, expired.html, 'such a link that has run out')
})
