import { readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Page } from '@playwright/test'
import { addressOf } from '@/app/_server/routes/address'
import { ByHttp } from './fixtures/by-http'
import { copyOfTheFirst } from './fixtures/editor'
import { lateScripts } from './fixtures/late-scripts'
import { linkIn } from './fixtures/mailbox'
import { CAMPAIGN, Path } from './fixtures/path'
import { makePerson } from './fixtures/person'
import { signedIn } from './fixtures/staff'
import { takenOver } from './fixtures/taken-over'
import { expect, product, test } from './fixtures/test'
import { translate, translateAsItComes } from './fixtures/translate'

test.setTimeout(300_000)
// A page that is translated before its scripts are there is made anew, and React says so.
test.use({ allowedComplaints: /Minified React error #418/ })

/** Of each kind of thing on one page. */
const MOST_TRIED = 4

test('a constituency is searched for and chosen on a page that the browser has translated', async ({ page }) => {
  const path = new Path(page)
  await page.goto(`${CAMPAIGN}/choose`)
  const search = await path.constituencySearch()
  await translate(page)
  await search.pressSequentially('A')
  await translate(page)
  await search.press('Backspace')
  await search.pressSequentially('zzzzzz')
  await expect(page.getByRole('status')).toHaveText(/^No constituency, MP or town/)
  await translate(page)
  await search.fill('')
  await search.pressSequentially('Aber')
  await expect(page.getByRole('status')).toHaveText(/^\d found$/)
  await search.press('ArrowDown')
  await search.press('Enter')
  await expect(search).toHaveValue(/^Aber/)
})

test('the measure of a letter follows on a translated page: nothing old stays beside the new', async ({ page }) => {
  const path = new Path(page)
  await path.start('SW1A 0AA')
  await path.goToLetter('')
  const measure = page.locator('#body-count')
  await expect(measure).toContainText('0% your own words')
  await translate(page)
  await path.body.fill('Short.')
  await expect(measure).toHaveText('1 word.A few sentences in your own words make a letter that an office can answer.')
  await translate(page)
  await path.body.fill(`${'A letter is welcome. '.repeat(150)}`)
  await expect(measure).toHaveText(/^600 words\.A long letter is welcome: .*answer\.$/)
})

for (const shape of ['elements', 'another text'] as const) {
  test(`the whole way is gone on a page that is translated as it comes, with ${shape} in place of its texts`, async ({
    page,
    person,
    mailbox,
  }) => {
    await translateAsItComes(page, shape)
    const path = new Path(page)
    await path.findMp('SW1A 0AA')
    await path.goToLetter(person.reason)
    await path.fillDetails(person)
    await path.goToCheck()
    await path.goToSent()
    await path.confirm(await mailbox.confirmLink(person.email))
    const letter = await mailbox.waitFor({ replyTo: person.email })
    expect(letter.text).toContain(person.reason)
  })
}

test('whatever a public page has to press or to type into works on it translated', async ({ page, mailbox }) => {
  await translateAsItComes(page, 'elements')
  const http = new ByHttp(product().url)
  const person = makePerson()
  const letter = await http.sign('SW1A 0AA', person)
  const copy = await mailbox.waitFor({ replyTo: person.email })
  const { location } = await http.submit('SW1A 0AA', makePerson())
  const start = `${CAMPAIGN}/write?postcode=SW1A+0AA`
  for (const path of [
    ...['/', `${CAMPAIGN}/choose`, `${CAMPAIGN}/map`, start, letter, location ?? '', linkIn(copy, 'verify')],
    ...['/my-data', '/privacy', '/accessibility', '/nothing', '/embed/artsakh-ceasefire'],
  ]) {
    await page.goto(path)
    await tryEverything(page, path)
  }
})

test('whatever a staff page has to press or to type into works on it translated', async ({ page }) => {
  await signedIn(page, 'admin')
  await copyOfTheFirst(page)
  const id = /\/campaigns\/([^/]+)/.exec(page.url())?.[1] ?? ''
  await translateAsItComes(page, 'elements')
  const parts = await page.getByRole('navigation', { name: 'Parts of the text' }).getByRole('link').all()
  const edited = await Promise.all(parts.map(async (part) => (await part.getAttribute('href')) ?? ''))
  expect(edited.length).toBeGreaterThan(8)
  const tried = edited.filter((_, at) => at % 4 === 0)
  const pages = staffPages().map((address) => address.replace('[id]', id))
  const opened = [...pages.filter((address) => !address.includes('[')), ...tried]
  expect(opened.length).toBeGreaterThan(20)
  for (const path of opened) {
    await page.goto(path)
    await tryEverything(page, path)
  }
})

/** Types into each field and presses each button that is the page's own script's; what leads away is left. */
async function tryEverything(page: Page, path: string): Promise<void> {
  await page.waitForLoadState('networkidle')
  await translate(page)
  const title = await page.getByRole('heading', { level: 1 }).textContent()
  const fields = await page.locator('textarea:visible, input:visible:is([type=text], [type=email])').all()
  for (const field of fields.slice(0, MOST_TRIED)) {
    if (!(await field.isEditable())) continue
    const before = await field.inputValue()
    for (const typed of ['A', '', 'zzzzzz', 'Aber']) await field.fill(typed)
    await field.fill(before)
  }
  const boxes = await page.locator('input:visible:is([type=checkbox], [type=radio])').all()
  for (const box of boxes.slice(0, MOST_TRIED)) {
    // What is chosen may take away what does not go with it.
    if (await box.isVisible()) await box.setChecked(true)
  }
  const closed = await page.locator('summary:visible').all()
  for (const each of closed.slice(0, MOST_TRIED)) await each.click()
  const buttons = await page.locator('button[type=button]:visible').all()
  for (const button of buttons.slice(0, MOST_TRIED)) {
    if (await button.isVisible()) await button.click()
  }
  await expect(page.getByRole('heading', { level: 1 }), path).toHaveText(title ?? '')
}

function staffPages(): string[] {
  const app = join(import.meta.dirname, '../app')
  const files = readdirSync(join(app, 'staff'), { recursive: true, encoding: 'utf8' })
  return files
    .filter((file) => /(^|\/)page\.tsx$/.test(file) && !file.startsWith('sign-in'))
    .flatMap((file) => addressOf(dirname(join('staff', file))) ?? [])
}

test.describe('where the page is found other than it was sent', () => {
  // What React says of it.
  test.use({ allowedComplaints: /NotFoundError|Minified React error|Hydration/ })

  test('what was typed before the scripts came is kept, though the page was translated by then', async ({ page }) => {
    const release = await lateScripts(page)
    await page.goto(CAMPAIGN, { waitUntil: 'commit' })
    const path = new Path(page)
    await path.postcode.fill('SW1A 0AA')
    await translate(page)
    expect(await page.locator('font').count()).toBeGreaterThan(10)
    release()
    await expect.poll(() => page.locator('dear-island').first().evaluate(isAwake)).toBe(true)
    // Of what a person reads and types, nothing is touched.
    expect(await page.locator('font').count()).toBeGreaterThan(10)
    await expect(path.postcode).toHaveValue('SW1A 0AA')
    await expect(path.postcode).toBeFocused()
  })

  test('so it is on a page of staff, which React takes over whole', async ({ page }) => {
    const release = await lateScripts(page)
    await page.goto('/staff/sign-in', { waitUntil: 'commit' })
    const email = page.getByRole('textbox', { name: 'E-mail address' })
    await email.fill('ann@example.org')
    await translate(page)
    expect(await page.locator('font').count()).toBeGreaterThan(5)
    release()
    await expect.poll(() => page.evaluate(() => 'next' in window)).toBe(true)
    await takenOver(email)
    await expect(email).toHaveValue('ann@example.org')
    await expect(email).toBeFocused()
  })

  test('a page that falls apart is put together anew, with what was typed and where one was', async ({ page }) => {
    await page.goto(`${CAMPAIGN}/choose`)
    const path = new Path(page)
    const search = await path.constituencySearch()
    await search.pressSequentially('Aber')
    // As an extension would that moves what it finds.
    await page
      .getByRole('option')
      .first()
      .evaluate((option) => document.body.append(option))
    await search.fill('zzz')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Choose your constituency')
    await expect(path.page.getByRole('combobox', { name: 'Your constituency' })).toBeEditable()
  })
})

/** React marks what it has taken over. */
function isAwake(island: Element): boolean {
  return Object.keys(island).some((name) => name.startsWith('__reactContainer'))
}
