import type { Page } from '@playwright/test'
import { places } from '@/app/staff/places'
import { expectAccessible } from './fixtures/accessible'
import { test } from './fixtures/own-product'
import type { Product } from './fixtures/product'
import { openAndSignIn, signInLink } from './fixtures/staff'
import { takenOver } from './fixtures/taken-over'
import { expect } from './fixtures/test'

/** What the issue allows: seconds until every instance knows. */
const WITHIN_MS = 5000

test('names, periods and limits that an administrator sets are what the public reads; what they switch off on one machine is off on the other within seconds, and says so', async ({
  start,
  browser,
}) => {
  // Both on one product: to start another costs as much as either.
  test.setTimeout(480_000)
  const one = await start()
  const page = await (await browser.newContext({ baseURL: one.url })).newPage()
  await signIn(page, one)
  await page.goto('/staff/settings')
  await expectAccessible(page, 'settings')
  await page.getByRole('textbox', { name: 'Name of this installation' }).fill('Letters for Artsakh')
  await press(page, 'Save the names')
  await page.getByLabel('Upload a logo').setInputFiles('public/share.png')
  await page.getByRole('textbox', { name: 'The logo in words' }).fill('An envelope')
  await press(page, 'Save the logo')
  await expectAccessible(page, 'a logo')
  await page.getByRole('textbox', { name: 'Words and phrases' }).fill('vermin')
  await press(page, 'Save the list')
  for (const typed of ['typed in between', '']) await expectTypedInBetweenStays(await page.context().newPage(), typed)
  await page.getByRole('textbox', { name: /^A letter’s text/ }).fill('29')
  await press(page, 'Save the periods')
  await expect(page.locator('#error-summary')).toContainText('Enter a whole number from 1 to 28')
  await expectAccessible(page, 'a period that is too long')
  await page.getByRole('textbox', { name: /^A letter’s text/ }).fill('14')
  await press(page, 'Save the periods')
  await expect
    .poll(async () => (await page.request.get('/campaigns/artsakh-ceasefire')).text())
    .toMatch(
      /<meta property="og:site_name" content="Letters for Artsakh"\/>[\s\S]*<img src="\/pictures\/[^"]+\/logo\.webp"/,
    )
  expect(await (await page.request.get('/manifest.webmanifest')).json()).toMatchObject({ name: 'Letters for Artsakh' })
  await page.getByRole('textbox', { name: /^Web address for complaints/ }).fill('https://example.org/complaints')
  await page.getByRole('textbox', { name: /^Who handles data/ }).fill('- **Example Hosting** (Ireland)')
  await press(page, 'Save the notice')
  await page.goto('/privacy')
  await expect(page).toHaveTitle('What we keep, and for how long – Letters for Artsakh')
  await expect(page.getByRole('link', { name: 'example.org/complaints' })).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: 'Example Hosting (Ireland)' })).toBeVisible()
  await expect(page.getByRole('banner').getByRole('link', { name: 'An envelope Letters for Artsakh' })).toBeVisible()
  const logo = page.getByRole('banner').getByRole('img', { name: 'An envelope' })
  await expect.poll(() => logo.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0)
  await expect(page.getByRole('definition').filter({ hasText: 'after it ended' })).toContainText('until 14 days after')
  await expectAccessible(page, 'a page under another name')
  await page.goto('/staff')
  await expect(page).toHaveTitle(/– Letters for Artsakh staff$/)
  const menu = page.getByRole('navigation', { name: 'Staff pages' }).getByRole('link')
  for (const href of await menu.evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))) {
    await page.goto(href)
    expect(`${await page.title()} ${await page.locator('body').textContent()}`, href).not.toContain('Dear MP')
  }

  const other = await start()
  const publicPages = ['/', '/campaigns/artsakh-ceasefire', '/embed/artsakh-ceasefire'].map((path) => other.url + path)
  // Kept by Next, as the page that everyone gets.
  for (const address of publicPages) expect(await textOf(address)).toContain('id="postcode-form"')

  await page.goto('/staff/switches')
  await expectAccessible(page, 'all switches on')
  await flip(page, 'off', 'Sign-ups')
  const pressed = Date.now()
  for (const address of publicPages) {
    await expect.poll(() => textOf(address), { intervals: [100] }).toContain('We are taking no letters at the moment')
    expect(await textOf(address)).not.toContain('id="postcode-form"')
  }
  const took = Date.now() - pressed
  test.info().annotations.push({ type: 'off on the other instance after', description: `${took} ms` })
  console.info(`sign-ups off on the other instance after ${took} ms`)
  expect(took).toBeLessThan(WITHIN_MS)
  await page.goto(`${other.url}/campaigns/artsakh-ceasefire`)
  await expectAccessible(page, 'a campaign whose sign-ups are paused')
  await page.goto(`${other.url}/campaigns/artsakh-ceasefire/write?postcode=SW1A+0AA`)
  await expect(page.getByRole('heading', { name: 'We are taking no letters at the moment' })).toBeVisible()

  for (const name of ['Look-up by live sources', 'Sending to MPs', 'Follow-ups', 'Dashboard']) {
    await page.goto('/staff/switches')
    await flip(page, 'off', name)
  }
  await expectAccessible(page, 'all switches off')
  for (const { href } of places) {
    await page.goto(href)
    await expect(page.getByRole('complementary', { name: 'Switched off' }).getByRole('listitem')).toHaveCount(5)
  }
  await page.goto('/staff/dashboard')
  await expect(page.getByText('An administrator has paused the dashboard')).toBeVisible()
  await expectAccessible(page, 'the dashboard, paused')

  await page.goto('/staff/switches')
  await flip(page, 'on', 'Sign-ups')
  for (const address of publicPages) {
    await expect.poll(() => textOf(address), { intervals: [100] }).toContain('id="postcode-form"')
  }
  await page.goto('/staff/audit?what=switches.set')
  await expect(page.getByRole('table').getByRole('row')).toHaveCount(7)
  await page.context().close()
})

/** The installation's first administrator, whose mail stays on the machine. */
async function signIn(page: Page, { url }: Product): Promise<void> {
  await page.goto('/staff/sign-in')
  await page.getByRole('textbox', { name: 'E-mail address' }).fill('admin@localhost')
  await page.getByRole('button', { name: 'Send me a link' }).click()
  await expect(page.getByRole('heading', { name: 'Check your e-mail' })).toBeVisible()
  const mailbox = () => fetch(`${url}/dev/mailbox.json`).then((answer) => answer.json())
  await expect.poll(async () => (await mailbox()).length).toBeGreaterThan(0)
  const [mail] = await mailbox()
  await openAndSignIn(page, signInLink(mail.text))
}

/** Opens the question, says why, and switches. */
async function flip(page: Page, to: 'on' | 'off', name: string): Promise<void> {
  await page.getByText(`Switch ${to} ${name}`, { exact: true }).click()
  await page
    .getByRole('group')
    .filter({ hasText: `Switch ${to} ${name}` })
    .getByRole('textbox')
    .fill('A rehearsal.')
  if (to === 'off') await expectAccessible(page, `asked whether to switch off ${name}`)
  await press(page, `Yes, switch ${to} ${name}`)
}

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name }).click({ timeout: 20_000 })
}

async function textOf(address: string): Promise<string> {
  return (await fetch(address)).text()
}

/** What is typed or emptied just while the scripts take the page over stays so. */
async function expectTypedInBetweenStays(page: Page, typed: string): Promise<void> {
  // At the very moment at which React writes a textarea's first value over what stands there, a person types.
  await page.addInitScript((words) => {
    const { get, set } = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value') ?? {}
    let isTyped = false
    Object.defineProperty(HTMLTextAreaElement.prototype, 'value', {
      get,
      set(this: HTMLTextAreaElement, value: string) {
        if (this.id === 'words' && !isTyped) {
          isTyped = true
          set?.call(this, words)
          this.dispatchEvent(new Event('input', { bubbles: true }))
        }
        set?.call(this, value)
      },
    })
  }, typed)
  await page.goto('/staff/settings')
  const words = page.getByRole('textbox', { name: 'Words and phrases' })
  await takenOver(words)
  await expect(words).toHaveValue(typed)
  await page.close()
}
