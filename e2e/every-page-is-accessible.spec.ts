import { expectAccessible, expectAnswerAccessible } from './fixtures/accessible'
import { ask, ByHttp } from './fixtures/by-http'
import { postcodeIn } from './fixtures/directory'
import { fillPastLimit } from './fixtures/fill-past-limit'
import { onDayFourteen, runOut, twoWeeksAgo } from './fixtures/later'
import { linkIn } from './fixtures/mailbox'
import { CAMPAIGN, Path, WRITE } from './fixtures/path'
import { makePerson } from './fixtures/person'
import { expect, product, test } from './fixtures/test'

const TITLE = 'Ask your MP what was done about a ceasefire in Nagorno-Karabakh'

test.setTimeout(240_000)

test('the pages that anyone may open', async ({ page }) => {
  for (const path of [
    '/',
    CAMPAIGN,
    `${CAMPAIGN}/choose`,
    `${CAMPAIGN}/choose?find=newport`,
    `${CAMPAIGN}/choose?find=newport&choice=none`,
    `${CAMPAIGN}/choose?find=atlantis`,
    '/privacy',
    '/accessibility',
    '/my-data',
    '/nothing',
    '/dev/mailbox',
  ]) {
    await page.goto(path)
    await expectAccessible(page, path)
  }
  await page.goto('/')
  for (const closed of await page.locator('details > summary').all()) await closed.click()
  await expectAccessible(page, 'the campaign with all its answers open')
})

test('every outcome of a postcode', async ({ page }) => {
  for (const postcode of [
    'SW1A 0AA',
    '',
    'not one',
    'ZZ99 9ZZ',
    'SE1 6AA',
    'GY1 1AA',
    'GX11 1AA',
    'SW1A 0AA or M1 1AE',
    'BF1 2AA',
    'HA4 0AA',
    'NW1W 9XR',
    'SO4 4WG',
  ]) {
    await page.goto(`${WRITE}?${new URLSearchParams({ postcode })}`)
    await expectAccessible(page, `the postcode “${postcode}”`)
  }
  await page.goto(`${WRITE}?postcode=HA4+0AA&choice=split`)
  await expectAccessible(page, 'a split postcode without a choice')
  await page.goto(`${WRITE}?constituency=`)
  await expectAccessible(page, 'a list without a choice')
})

test('the search for a constituency: closed, open, chosen, and finding nothing', async ({ page }) => {
  await page.goto(`${CAMPAIGN}/choose`)
  const search = await new Path(page).constituencySearch()
  await expectAccessible(page, 'the search, closed')
  await search.pressSequentially('north')
  await search.press('ArrowDown')
  await expect(page.getByRole('option').first()).toBeVisible()
  await expectAccessible(page, 'the search, open')
  await search.press('Enter')
  await expectAccessible(page, 'the search, chosen')
  await search.fill('atlantis')
  await expectAccessible(page, 'the search that finds nothing')
})

test('the letter, its faults, the check page, and all that follows', async ({ page, person, mailbox }) => {
  const path = new Path(page)
  await path.findMp('SW1A 0AA')
  await expectAccessible(page, 'is this your MP')
  await path.goToWords()
  await expect(page.getByRole('checkbox')).toHaveCount(4)
  await fillPastLimit(path.ownWords, 'word '.repeat(2001))
  await path.seeLetter.click()
  await expect(path.summary).toBeVisible()
  await expectAccessible(page, 'the start with a fault')
  for (const box of await page.getByRole('checkbox').all()) await box.check()
  await path.goToLetter(person.reason)
  await expectAccessible(page, 'the letter')
  await path.subject.fill('')
  await page.getByRole('button', { name: 'Go on with this letter' }).click()
  await expect(path.summary).toBeVisible()
  await expectAccessible(page, 'the letter with faults')
  await path.subject.fill('A subject')
  await path.goToYou()
  await page.getByRole('button', { name: 'Check your letter' }).click()
  await expect(path.summary).toBeVisible()
  await expectAccessible(page, 'about the writer, with faults')
  await path.fillDetails({ ...person, email: person.email.replace('example.org', 'gmial.com') })
  await path.field('Postcode').fill('M1 1AE')
  await page.getByRole('button', { name: 'Check your letter' }).click()
  await expect(path.summary).toBeVisible()
  await expectAccessible(page, 'about the writer, with a postcode of a seat elsewhere')
  await path.field('Postcode').fill(postcodeIn('Kensington and Bayswater'))
  await path.goToCheck()
  await expectAccessible(page, 'the check page with a slip and another seat')
  await page.getByRole('button', { name: 'Change the letter' }).click()
  await page.getByRole('button', { name: /Back to your own words/ }).click()
  await path.seeLetter.click()
  await expectAccessible(page, 'the letter that was changed by hand')
  await path.fillDetails(person)
  await path.field('Postcode').fill('SW1A 0AA')
  await path.goToCheck()
  await expectAccessible(page, 'the check page')

  await page.goto('/')
  await expect(page.getByRole('button', { name: 'Carry on' })).toBeVisible()
  await expectAccessible(page, 'a draft on offer on the campaign’s page')
  await path.findMp('SW1A 0AA')
  await path.goToWords()
  await expect(page.getByRole('button', { name: 'Carry on' })).toBeVisible()
  await expectAccessible(page, 'a draft on offer')
  await page.getByRole('button', { name: 'Carry on' }).click()
  await path.send.click()
  await path.expectSent()
  await expectAccessible(page, 'check your e-mail')
  await page.getByRole('button', { name: 'Send the e-mail again' }).click()
  await expectAccessible(page, 'asked again too soon')
  await page.getByText('Wrong address? Change it').click()
  await page.getByRole('textbox', { name: 'The right e-mail address' }).fill('no address')
  await page.getByRole('button', { name: 'Send the link there instead' }).click()
  await expectAccessible(page, 'another address, which cannot be')

  const link = await mailbox.confirmLink(person.email)
  await page.goto(link)
  await expect(page).toHaveTitle(`Confirm your letter – ${TITLE} – Dear MP`)
  await expectAccessible(page, 'confirm')
  await path.confirm(link)
  await expectAccessible(page, 'confirmed just now')
  const letter = await mailbox.waitFor({ replyTo: person.email })
  await mailbox.waitFor({ to: person.email, says: 'your copy' })
  await expect(page.getByText('Accepted by the mail service')).toBeVisible()
  await expect(page).toHaveTitle(`Your letter – ${TITLE} – Dear MP`)
  await expectAccessible(page, 'the letter, sent')
  await page.goto(link)
  await expectAccessible(page, 'confirm, once more')
  await page.getByRole('button', { name: /^See/ }).click()
  await expectAccessible(page, 'already confirmed')
  await page.goto(linkIn(letter, 'verify'))
  await expectAccessible(page, 'what the MP’s office sees')
  await page.goto('/dev/mailbox')
  await page.locator('summary').first().click()
  await expectAccessible(page, 'the mailbox with mail')
})

test('a letter that is held, printed, unconfirmed or twice', async ({ page, person, mailbox }) => {
  const http = new ByHttp(product().url)
  for (const seat of ['Holborn and St Pancras', 'New Forest East']) {
    await page.goto(await http.sign(postcodeIn(seat), makePerson()))
    await expectAccessible(page, `held for ${seat}`)
  }
  await page.getByRole('link', { name: /print your letter/i }).click()
  await expectAccessible(page, 'the letter to print')

  await http.submit('SW1A 0AA', person)
  await http.submit('SW1A 0AA', person)
  await mailbox.waitFor({ to: person.email, subject: /confirm your letter to Rachel/i }, 2)
  const twice = await mailbox.find({ to: person.email, subject: /confirm your letter to Rachel/i })
  const [later, earlier] = twice.map((mail) => linkIn(mail, 'confirm'))
  await http.confirm(String(earlier))
  await page.goto(String(later))
  await page.getByRole('button').last().click()
  await expectAccessible(page, 'an earlier letter stands')
})

test('links that have run out, the question about a reply, and one’s own data', async ({ page, person, mailbox }) => {
  const http = new ByHttp(product().url)
  const late = { ...person, email: `late.${person.email}` }
  const { location } = await http.submit('SW1A 0AA', late)
  const link = await mailbox.confirmLink(late.email)
  const status = await http.sign('SW1A 0AA', person)
  await mailbox.waitFor({ to: person.email, says: 'your copy' })
  await runOut(link, location ?? '')
  await onDayFourteen(status)
  await page.goto('/confirm/nothing')
  await expect(page).toHaveTitle('This link does not work – Dear MP')
  await expectAccessible(page, 'a link that does not work')
  await page.goto(link)
  await expect(page).toHaveTitle(`This link has run out – ${TITLE} – Dear MP`)
  await expectAccessible(page, 'a link that has run out')
  await page.goto(location ?? '')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page has run out')
  await expect(page).toHaveTitle(`This page has run out – ${TITLE} – Dear MP`)
  await expectAccessible(page, 'check your e-mail, run out')

  const question = linkIn(await mailbox.waitFor({ to: person.email, subject: /replied/ }), 'replied')
  await page.goto(question)
  await expect(page).toHaveTitle(`Has your MP replied? – ${TITLE} – Dear MP`)
  await expectAccessible(page, 'has your MP replied')
  await page.goto(`${question}?answer=no`)
  await expectAccessible(page, 'has your MP replied, one answer pressed in the e-mail')
  await page.getByRole('button', { name: 'Send this answer' }).click()
  await expectAccessible(page, 'has your MP replied, answered')
  await twoWeeksAgo(status)
  await page.goto(question)
  await page.getByRole('link', { name: 'See the second letter' }).click()
  await expect(page).toHaveTitle(`Write once more – ${TITLE} – Dear MP`)
  await expectAccessible(page, 'a second letter')
  await page.getByRole('button', { name: 'Check the letter' }).click()
  await expectAccessible(page, 'a second letter, to check')
  await page.goto(`${question}?change=1`)
  await page.getByRole('button', { name: 'Do not ask me again' }).click()
  await expectAccessible(page, 'has your MP replied, stopped')

  await page.goto('/my-data')
  await page.getByRole('button', { name: 'Send me the link' }).click()
  await expectAccessible(page, 'your data without an address')
  await page.getByRole('textbox', { name: 'E-mail address' }).fill(person.email)
  await page.getByRole('button', { name: 'Send me the link' }).click()
  await expectAccessible(page, 'your data, link sent')
  await page.goto(linkIn(await mailbox.waitFor({ to: person.email, subject: /your data/i }), 'my-data'))
  await expectAccessible(page, 'your data')
  await page.getByRole('button', { name: /^Erase everything/ }).click()
  await expectAccessible(page, 'your data, erased')
})

test('the pages of refusals', async ({ page }) => {
  const { url } = product()
  const refusals = {
    'a form from elsewhere': await ask(url, WRITE, new URLSearchParams(), { origin: 'https://evil.example' }),
    'too much text': await ask(url, WRITE, new URLSearchParams({ x: 'x'.repeat(1_000_000) })),
    'a form that cannot be read': await ask(url, WRITE, new URLSearchParams(), { 'content-type': 'text/plain' }),
  }
  for (const [what, { html, status }] of Object.entries(refusals)) {
    expect(status, what).toBeGreaterThanOrEqual(400)
    await expectAnswerAccessible(page, html, what)
  }
})
