import type { Browser, Page } from '@playwright/test'
import { expectAccessible } from './fixtures/accessible'
import { onDatabase } from './fixtures/database'
import { expectReachable, onBoth } from './fixtures/devices'
import { invited, openAndSignIn, signedIn, signInLink } from './fixtures/staff'
import { expect, product, test } from './fixtures/test'

test('an administrator invites, changes a role and removes, and whoever is removed is out at once', async ({
  page,
  browser,
  mailbox,
  person,
}) => {
  await signedIn(page, 'admin')
  await invite(page, person.email, 'Editor')
  const link = signInLink((await mailbox.waitFor({ to: person.email, subject: /You are invited/ })).text)
  const [desk, phone] = [await elsewhere(browser), await elsewhere(browser)]
  await openAndSignIn(desk, link)
  await phone.goto('/staff/sign-in')
  await phone.getByRole('textbox', { name: 'E-mail address' }).fill(person.email)
  await phone.getByRole('button', { name: 'Send me a link' }).click()
  await openAndSignIn(phone, signInLink((await mailbox.waitFor({ to: person.email, subject: /^Sign in/ })).text))
  await expect(desk.getByRole('navigation', { name: 'Staff pages' }).getByRole('link')).toHaveText([
    'Home',
    'Dashboard',
    'Exports',
    'Campaigns',
  ])

  await page.getByRole('link', { name: person.email }).click()
  await page.getByRole('radio', { name: 'Some campaigns' }).check()
  await page.getByRole('checkbox').first().check()
  await page.getByRole('button', { name: 'Change the campaigns' }).click()
  await expect(page.getByRole('heading', { name: 'The campaigns are changed' })).toBeVisible()
  await expect(page.getByRole('checkbox').first()).toBeChecked()
  await desk.goto('/staff/campaigns')
  await expect(desk.getByRole('banner')).toContainText(`${person.email}, editor for 1 campaign`)

  await page.getByRole('radio', { name: 'Campaigner' }).check()
  await page.getByRole('button', { name: 'Change the role' }).click()
  await expect(page.getByRole('heading', { name: 'The role is changed' })).toBeVisible()
  expect((await desk.goto('/staff/campaigns'))?.status()).toBe(403)
  expect((await phone.goto('/staff/dashboard'))?.status()).toBe(200)
  await expectAccessible(page, 'a member of the team, changed')

  await page.getByRole('button', { name: `Remove ${person.email}` }).click()
  await expect(page.getByRole('heading', { name: 'Removed from the team' })).toBeVisible()
  await expect(page.getByRole('link', { name: person.email })).toHaveCount(0)
  for (const removed of [desk, phone]) {
    await removed.goto('/staff/dashboard')
    await expect(removed).toHaveURL(/\/staff\/sign-in\?/)
    await removed.context().close()
  }
  await page.goto('/staff/audit?what=team.')
  await expect(page.getByRole('row', { name: 'removed from the team' }).first()).toContainText(person.email)
})

test('an invitation is sent again, and withdrawn, by keyboard alone', async ({ page, mailbox, person, browser }) => {
  await signedIn(page, 'admin')
  await page.goto('/staff/team')
  await tabTo(page, 'E-mail address')
  await page.keyboard.type(person.email)
  await tabTo(page, 'Campaigner')
  await page.keyboard.press('Space')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Invited' })).toBeVisible()
  const first = signInLink((await mailbox.waitFor({ to: person.email, subject: /You are invited/ })).text)
  await tabTo(page, person.email)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/staff\/team\/[\w-]+$/)
  await expectAccessible(page, 'an invitation that was not followed')
  await tabTo(page, 'Send the invitation again')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'The invitation is on its way again' })).toBeVisible()
  await mailbox.waitFor({ to: person.email, subject: /You are invited/ }, 2)
  await tabTo(page, `Withdraw ${person.email}`)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Invitation withdrawn' })).toBeVisible()
  const other = await elsewhere(browser)
  expect((await other.goto(first))?.status()).toBe(410)
  await other.context().close()
})

test('a role is changed and a member removed, by keyboard alone', async ({ page, browser }) => {
  const { email, link } = await invited('campaigner')
  const member = await elsewhere(browser)
  await openAndSignIn(member, link)
  await signedIn(page, 'admin')
  await page.goto('/staff/team')
  await tabTo(page, email)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Change the role' })).toBeVisible()
  await tabTo(page, 'Campaigner')
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('radio', { name: 'Editor' })).toBeFocused()
  await tabTo(page, 'Change the role')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'The role is changed' })).toBeVisible()
  expect((await member.goto('/staff/campaigns'))?.status()).toBe(200)
  await tabTo(page, `Remove ${email}`)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Removed from the team' })).toBeVisible()
  await member.goto('/staff/campaigns')
  await expect(member).toHaveURL(/\/staff\/sign-in\?/)
  await member.context().close()
})

test('everyone sees where they are signed in, and ends what they do not know', async ({ page, browser, mailbox }) => {
  const { email, link } = await invited('campaigner')
  await openAndSignIn(page, link)
  const other = await elsewhere(browser)
  await other.goto('/staff/sign-in')
  await other.getByRole('textbox', { name: 'E-mail address' }).fill(email)
  await other.getByRole('button', { name: 'Send me a link' }).click()
  await openAndSignIn(other, signInLink((await mailbox.waitFor({ to: email, subject: /^Sign in/ })).text))

  await page.getByRole('link', { name: email }).click()
  await expect(page).toHaveURL('/staff/account')
  const end = page.getByRole('button', { name: 'Sign out everywhere but here' })
  await expectReachable(page, end)
  const sessions = page.getByRole('list', { name: 'Your sessions' }).getByRole('listitem')
  await onBoth(page, () => expect(sessions.filter({ hasText: /Chrom(e|ium) on/ })).toHaveCount(2))
  await expectAccessible(page, 'two sessions')
  await end.click()
  await expect(page.getByRole('heading', { name: 'You are signed out everywhere but here' })).toBeVisible()
  await expect(sessions.filter({ hasText: 'this one' })).toHaveCount(1)
  await other.goto('/staff/dashboard')
  await expect(other).toHaveURL(/\/staff\/sign-in\?/)
  await other.context().close()
})

test('a session that is about to end says so, is kept by a button, and loses nothing that was typed', async ({
  page,
}) => {
  await page.clock.install()
  await signedIn(page, 'admin')
  await page.goto('/staff/settings')
  const words = page.getByRole('textbox', { name: 'Words and phrases' })
  await words.fill('half a list')
  const warning = page.getByRole('alert', { name: 'Your session' })
  await page.clock.fastForward('27:00')
  await expect(warning).toHaveCount(0)
  await page.clock.fastForward('01:10')
  await expect(warning).toContainText('You are signed out in two minutes')
  await expectAccessible(page, 'a warning that the session ends')
  await page.getByRole('button', { name: 'Stay signed in' }).click()
  await expect(warning).toHaveCount(0)
  await page.clock.fastForward('28:10')
  await expect(warning).toContainText('You are signed out in two minutes')
  await page.clock.fastForward('02:00')
  await expect(warning).toContainText('You are signed out. What you have typed is still on this page')
  await expect(page.getByRole('link', { name: 'Sign in again, in another tab' })).toBeVisible()
  await expect(words).toHaveValue('half a list')
})

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled })

    test('who is signed out in the middle of writing gets back what they wrote', async ({ page }) => {
      const { email } = await signedIn(page, 'admin')
      await page.goto('/staff/settings')
      await page.getByRole('textbox', { name: 'Words and phrases' }).fill('one phrase\nand <b>another</b>')
      await onDatabase(product().dataDir, (sql) => sql`delete from staff where email = ${email}`)
      await page.getByRole('button', { name: 'Save the list' }).click()
      await expect(page.getByRole('heading', { name: 'You were signed out before that was saved' })).toBeVisible()
      await expect(page.getByRole('textbox', { name: 'words' })).toHaveValue('one phrase\nand <b>another</b>')
      await expectAccessibleWith(page, javaScriptEnabled)
    })
  })
}

test('the audit is filtered by its address, and comes as CSV', async ({ page }) => {
  const { email, link } = await invited('admin')
  await openAndSignIn(page, link)
  await page.goto('/staff/audit')
  const show = page.getByRole('button', { name: 'Show these' })
  await expectReachable(page, page.getByRole('combobox', { name: 'Who' }), show)
  await page.getByRole('combobox', { name: 'Who' }).selectOption(email)
  await page.getByRole('combobox', { name: 'What' }).selectOption('team.sign-in')
  await show.click()
  await expect(page).toHaveURL(/what=team\.sign-in/)
  await onBoth(page, () => expect(page.getByRole('table').getByRole('row')).toHaveCount(2))
  await expectAccessible(page, 'the audit, filtered')
  await expectReachable(page, page.getByRole('link', { name: 'All of these as CSV' }))
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'All of these as CSV' }).click()
  expect((await download).suggestedFilename()).toMatch(/^audit-\d{4}-\d\d-\d\d\.csv$/)
  await page.goto('/staff/audit?what=audit.export')
  await expect(page.getByRole('row', { name: email })).toHaveCount(1)
  await page.goto('/staff/audit?what=no.such')
  await expect(page.getByText('Nothing was written down that fits.')).toBeVisible()
  expect((await page.goto('/staff/audit?from=yesterday'))?.status()).toBe(422)
  await expectAccessible(page, 'the audit, asked for a day that is none')
})

async function invite(page: Page, email: string, role: string): Promise<void> {
  await page.goto('/staff/team')
  await page.getByRole('textbox', { name: 'E-mail address' }).fill(email)
  await page.getByRole('radio', { name: role }).check()
  await page.getByRole('button', { name: 'Invite' }).click()
  await expect(page.getByRole('heading', { name: 'Invited' })).toBeVisible()
}

async function elsewhere(browser: Browser): Promise<Page> {
  return (await browser.newContext({ baseURL: product().url })).newPage()
}

/** Presses Tab until what has the focus is called so. */
async function tabTo(page: Page, name: string): Promise<void> {
  const wanted = page.getByRole(/^(E-mail address)$/.test(name) ? 'textbox' : 'link', { name, exact: true })
  const button = page.getByRole('button', { name, exact: true })
  const radio = page.getByRole('radio', { name })
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab')
    for (const target of [wanted, button, radio]) {
      if ((await target.count()) === 1 && (await target.evaluate((element) => element === document.activeElement)))
        return
    }
    // Of several radios only the chosen one, or the first, is a stop.
    if ((await radio.count()) === 1 && (await page.locator(':focus').getAttribute('type')) === 'radio') {
      await radio.focus()
      return
    }
  }
  throw new Error(`Tab does not reach ${name}.`)
}

/** Axe needs scripts to look at a page. */
async function expectAccessibleWith(page: Page, scripts: boolean): Promise<void> {
  if (scripts) await expectAccessible(page, 'what was typed before')
}
