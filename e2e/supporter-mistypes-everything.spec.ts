import { asksIn, askTitle } from './fixtures/campaign'
import { expectReachable } from './fixtures/devices'
import { fillPastLimit } from './fixtures/fill-past-limit'
import { Path } from './fixtures/path'
import { expect, test } from './fixtures/test'

test('every field that is missing or wrong is named, and everything typed is still there', async ({ page, person }) => {
  const path = new Path(page, 'on both')
  await path.findMp('SW1A 0AA')
  await path.goToLetter(person.reason)
  await path.subject.fill('')
  await path.body.fill('')
  const refused = async (button: string) => {
    const answer = page.waitForResponse((response) => response.request().method() === 'POST')
    await page.getByRole('button', { name: button }).click()
    expect((await answer).status()).toBe(422)
    await expect(path.summary).toBeFocused()
    await expect(page).toHaveTitle(/^Error: /)
  }
  await refused('Go on with this letter')
  await path.expectFaults(/subject/i, /write your letter/i)
  await path.subject.fill('A subject')
  await path.body.fill('Line one.\n\n  Line two.')
  await path.goToYou()
  await path.field('Postcode').fill('')
  await refused('Check your letter')
  await path.expectFaults(/full name/i, /e-mail address/i, /first line of your address/i, /town or city/i, /postcode/i)
  await expectReachable(page, ...(await path.summary.getByRole('link').all()))

  await path.field('Full name').fill('https://example.org')
  await path.field('E-mail address').fill('someone@nowhere')
  await path.field('Address line 1').fill('x'.repeat(121))
  await path.field('Town or city').fill(person.town)
  await path.field('Postcode').fill('SW1A')
  await page.getByRole('checkbox', { name: /updates/ }).check()
  await page.getByRole('button', { name: 'Check your letter' }).click()
  await path.expectFaults(/without links/i, /like name@example\.org/i, /at most 120/i, /postcode/i)
  await expect(path.field('Full name')).toHaveValue('https://example.org')
  await expect(path.field('E-mail address')).toHaveValue('someone@nowhere')
  await expect(path.field('Address line 1')).toHaveValue('x'.repeat(121))
  await expect(path.field('Postcode')).toHaveValue('SW1A')
  await expect(page.getByRole('checkbox', { name: /updates/ })).toBeChecked()

  await path.fillDetails(person)
  await path.field('Postcode').fill('swia oaa')
  await path.goToCheck()
  await expect(path.sheet).toContainText('SW1A 0AA')
  await expect(path.sheet).toContainText('Line one.')
  await expect(path.sheet).toContainText('A subject')
})

test('a letter for which nothing is picked makes a case or two all the same, after its writer’s own words', async ({
  page,
  person,
}) => {
  const path = new Path(page)
  await path.startWords('SW1A 0AA')
  await path.ownWords.fill(person.reason)
  await expect(page.getByRole('checkbox')).toHaveCount(4)
  for (const box of await page.getByRole('checkbox').all()) await expect(box).not.toBeChecked()
  await path.seeLetter.click()
  await expect(path.body).toHaveValue(new RegExp(`^${person.reason.slice(0, 40)}`))
  const { argued, named } = asksIn(await path.body.inputValue())
  expect([1, 2]).toContain(argued.length)
  expect(named).toEqual([])
})

test('own words of more than ten thousand characters are named, and are still there, with what was picked', async ({
  page,
}) => {
  const path = new Path(page)
  await path.startWords('SW1A 0AA')
  const long = `${'word '.repeat(2001)}end.`
  await fillPastLimit(path.ownWords, long)
  await page.getByRole('checkbox', { name: askTitle('talks') }).check()
  await path.seeLetter.click()
  await path.expectFaults(/at most 10,000/)
  await expect(path.ownWords).toHaveValue(long)
  await expect(page.getByRole('checkbox', { name: askTitle('talks') })).toBeChecked()
})

for (const [typed, meant] of [
  ['gmial.com', 'gmail.com'],
  ['hotmial.co.uk', 'hotmail.co.uk'],
] as const) {
  test(`a slip such as ${typed} is asked about, and does not stand in the way`, async ({ page, person }) => {
    const path = new Path(page)
    const local = person.email.replace('@example.org', '')
    await path.start('SW1A 0AA')
    await path.goToLetter(person.reason)
    await path.fillDetails({ ...person, email: `${local}@${typed}` })
    await expect(page.getByText(`Did you mean ${local}@${meant}?`), 'at the field').toBeVisible()
    await path.goToCheck()
    await expect(page.getByRole('heading', { name: `Did you mean ${local}@${meant}?` })).toBeVisible()
    await page.getByRole('button', { name: 'Yes, use that' }).click()
    await expect(page.getByText(`${local}@${meant}`, { exact: true }).first()).toBeVisible()
    await expect(page.getByText(/Did you mean/)).toHaveCount(0)
    await page.getByRole('button', { name: 'Change your e-mail address' }).click()
    await path.field('E-mail address').fill(`${local}@${typed}`)
    await path.field('E-mail address').blur()
    await page.getByRole('button', { name: 'Yes, use that' }).click()
    await expect(path.field('E-mail address')).toHaveValue(`${local}@${meant}`)
  })
}

test('the question whether an MP has replied, and the way to one’s data, name what is missing', async ({ page }) => {
  const path = new Path(page)
  await page.goto('/my-data')
  await path.field('E-mail address').fill('nobody')
  await page.getByRole('button', { name: 'Send me the link' }).click()
  await path.expectFaults(/like name@example\.org/i)
  await expect(path.field('E-mail address')).toHaveValue('nobody')
})

test('of a letter’s length nothing is said up to 450 words; more are allowed, with advice', async ({
  page,
  person,
}) => {
  const path = new Path(page)
  const advice = page.locator('#body-count').getByText(/a long letter is welcome/i)
  await path.start('SW1A 0AA')
  await path.goToLetter('')
  await path.body.fill('word '.repeat(450))
  await expect(page.getByText('450 words.')).toBeVisible()
  await expect(advice).toHaveCount(0)
  await path.body.fill('word '.repeat(451))
  await expect(advice).toBeVisible()
  await path.fillDetails(person)
  await path.goToCheck()
})

test('a text of more than ten thousand characters is named, and is still there', async ({ page }) => {
  const path = new Path(page)
  await path.start('SW1A 0AA')
  await path.goToLetter('')
  const long = `${'word '.repeat(2001)}end.`
  await fillPastLimit(path.body, long)
  await page.getByRole('button', { name: 'Go on with this letter' }).click()
  await path.expectFaults(/at most 10,000/)
  await expect(path.body).toHaveValue(long)
})
