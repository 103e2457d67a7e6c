import { expectAccessible } from './fixtures/accessible'
import { ByHttp } from './fixtures/by-http'
import { postcodeIn } from './fixtures/directory'
import { onDayFourteen } from './fixtures/later'
import { linkIn } from './fixtures/mailbox'
import { signedIn } from './fixtures/staff'
import { expect, product, test } from './fixtures/test'

const SEAT = 'Stroud'

test('an administrator finds a letter, sees its history, and opens its text, which is audited', async ({
  page,
  person,
  mailbox,
}) => {
  await new ByHttp(product().url).sign(postcodeIn(SEAT), person)
  await mailbox.waitFor({ replyTo: person.email })
  const { email } = await signedIn(page, 'admin')
  await page.goto('/staff/account')
  await page
    .getByRole('banner')
    .getByRole('link', { name: /^Letters/ })
    .click()
  await page.getByRole('searchbox', { name: 'MP or constituency' }).fill(SEAT)
  await page.getByRole('button', { name: 'Show' }).click()
  await expect(page.getByRole('heading', { name: '1 letter' })).toBeVisible()
  await page.locator('#newest').getByRole('table').getByRole('link').first().click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('A letter')
  for (const secret of [person.name, person.email, person.reason]) {
    await expect(page.getByText(secret)).toHaveCount(0)
  }
  await expectAccessible(page, 'a letter and its history')

  await page.getByRole('button', { name: 'Open the text' }).click()
  await expect(page.getByText(person.reason)).toBeVisible()
  await expectAccessible(page, 'a letter that staff have opened')
  await page.goto('/staff/audit')
  const row = page.getByRole('row').filter({ hasText: email }).filter({ hasText: /open/ })
  await expect(row.first()).toBeVisible()

  await page.goto('/staff/mail')
  await expectAccessible(page, 'the way of sending')
})

test('an editor sees how the letter reads for an MP by name', async ({ page }) => {
  await signedIn(page, 'editor')
  await page.goto(`/staff/campaigns/letters?${new URLSearchParams({ mp: SEAT })}`)
  await expect(page.getByRole('paragraph').filter({ hasText: /^Dear .+,$/ })).toBeVisible()
  await expectAccessible(page, 'how the letters read')
  await page.goto('/staff/campaigns/letters?mp=Nobody%20At%20All')
  await expect(page.getByText('No MP and no constituency is called “Nobody At All”.')).toBeVisible()
})

test('a writer leaves the questions by the button behind their link, and not by opening it', async ({
  page,
  person,
  mailbox,
}) => {
  const letter = await new ByHttp(product().url).sign(postcodeIn('Wrexham'), person)
  await mailbox.waitFor({ to: person.email, subject: /is on its way/ })
  await onDayFourteen(letter)
  const asked = await mailbox.waitFor({ to: person.email, subject: /replied to you/ })
  const named = Object.entries(asked.headers).find(([name]) => name.toLowerCase() === 'list-unsubscribe')?.[1]
  const [link = ''] = /https?:[^>]+/.exec(named ?? '') ?? []
  for (let scans = 0; scans < 2; scans += 1) expect((await page.goto(link))?.status()).toBe(200)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('No more e-mails?')
  await expectAccessible(page, 'leaving the e-mails')
  await page.getByRole('button', { name: 'Send me no more of these' }).click()
  await expect(page.getByRole('heading', { name: 'You get no more of these e-mails' })).toBeVisible()
  await expectAccessible(page, 'having left the e-mails')

  await page.goto(`${linkIn(asked, 'replied')}?answer=real-answer`)
  await page.getByRole('button', { name: 'Send this answer' }).click()
  await page
    .getByRole('textbox', { name: 'In the MP’s words, or in yours' })
    .fill('“I will raise it with the minister.”')
  await page.getByRole('button', { name: 'Tell the team' }).click()
  await expect(page.getByRole('heading', { name: 'The team can read it now' })).toBeVisible()
  await expectAccessible(page, 'what the MP answered, written down')
  await signedIn(page, 'admin')
  await page.goto('/staff/letters/answers?find=wrexham')
  await expectAccessible(page, 'what MPs answered')
  await page.getByRole('button', { name: /^Open/ }).click()
  await expect(page.getByText('“I will raise it with the minister.”')).toBeVisible()
  await expectAccessible(page, 'what an MP answered, opened')
})
