import type { Page } from '@playwright/test'
import { Secret, TOTP } from 'otpauth'
import { places } from '@/app/staff/places'
import { roles } from '@/db/schema/index'
import { allowed } from '@/lib/staff/roles'
import { signInTo } from '@/lib/staff/sign-in/page-after'
import { expectAccessible } from './fixtures/accessible'
import { ask } from './fixtures/by-http'
import { DESK, expectReachable, onBoth, PHONE } from './fixtures/devices'
import { makePerson } from './fixtures/person'
import { invited, openAndSignIn, proveLongAgo, session, signedIn, signInLink } from './fixtures/staff'
import { takenOver } from './fixtures/taken-over'
import { expect, product, test } from './fixtures/test'

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled })

    test('a member of the team signs in by e-mail, and out', async ({ page, mailbox, request }) => {
      const { email } = await invited('editor')
      await page.goto('/staff/exports?from=2026-01-05')
      await expect(page).toHaveURL(/\/staff\/sign-in\?to=/)
      const address = page.getByRole('textbox', { name: 'E-mail address' })
      const send = page.getByRole('button', { name: 'Send me a link' })
      await expectReachable(page, address, send)
      await address.fill(email.toUpperCase())
      await send.click()
      await onBoth(page, () => expect(page.getByRole('heading', { name: 'Check your e-mail' })).toBeVisible())

      const link = signInLink((await mailbox.waitFor({ to: email, subject: /^Sign in/ })).text)
      for (let scans = 0; scans < 3; scans += 1) expect((await request.get(link)).status()).toBe(200)
      await page.goto(link)
      await expectReachable(page, page.getByRole('button', { name: 'Sign in' }))
      await openAndSignIn(page, link, 'Exports')
      await expect(page).toHaveURL('/staff/exports?from=2026-01-05')
      const [cookie, ...others] = await page.context().cookies()
      expect(others).toEqual([])
      expect(cookie).toMatchObject({ name: 'dear-mp-staff', httpOnly: true, sameSite: 'Lax' })

      expect((await page.goto(link))?.status()).toBe(410)
      await page.goto('/staff')
      await onBoth(page, async ({ width }) => {
        if (width === PHONE.width) await openMenu(page)
        await page.getByRole('button', { name: 'Sign out' }).click({ trial: true })
      })
      await page.getByRole('button', { name: 'Sign out' }).click()
      await expect(page).toHaveURL('/staff/sign-in')
      expect(await page.context().cookies()).toEqual([])
      await page.context().addCookies(cookie ? [cookie] : [])
      await page.goto('/staff/dashboard')
      await expect(page).toHaveURL(/\/staff\/sign-in\?/)
    })
  })
}

test('an administrator sets up an authenticator app and signs in with it, and with a recovery code, without scripts', async ({
  browser,
  mailbox,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  const { email } = await signedIn(page, 'admin')
  await page.goto('/staff/account')
  await page.getByRole('link', { name: 'Set up a second factor' }).click()
  await page.getByRole('button', { name: 'Set it up' }).click()
  const key = (await page.getByText(/^Key:/).innerText()).replace(/^Key:|\s/g, '')
  const app = new TOTP({ secret: Secret.fromBase32(key) })
  await page.getByRole('textbox', { name: 'Code' }).fill('000000')
  await page.getByRole('button', { name: 'Confirm' }).click()
  await expect(page.getByRole('alert')).toContainText('This code is wrong')
  await page.getByRole('textbox', { name: 'Code' }).fill(app.generate())
  await page.getByRole('button', { name: 'Confirm' }).click()
  await expect(page.getByRole('heading', { name: 'Your recovery codes' })).toBeVisible()
  const [first = '', second = ''] = await page
    .getByRole('listitem')
    .getByText(/^\w{4}(-\w{4}){3}$/)
    .allInnerTexts()
  await mailbox.waitFor({ to: email, subject: /authenticator app was set up/ })

  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page).toHaveURL('/staff/sign-in')
  await page.goto('/staff/team')
  await expect(page).toHaveURL('/staff/sign-in?to=%2Fstaff%2Fteam')
  await page.getByRole('textbox', { name: 'E-mail address' }).fill(email)
  await page.getByRole('button', { name: 'Send me a link' }).click()
  await page.goto(signInLink((await mailbox.waitFor({ to: email, subject: /^Sign in/ })).text))
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveURL('/staff/sign-in/factor?to=%2Fstaff%2Fteam')
  // Nothing is open before.
  await page.goto('/staff/audit')
  await expect(page).toHaveURL(/\/staff\/sign-in\/factor/)
  await page.goto('/staff/sign-in/factor?to=%2Fstaff%2Fteam')
  await page.getByRole('textbox', { name: 'Code' }).fill(first.toUpperCase())
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveURL('/staff/team')
  await mailbox.waitFor({ to: email, subject: /recovery code was used/ })

  await proveLongAgo(email)
  const invitedEmail = makePerson().email
  await page.getByRole('textbox', { name: 'E-mail address' }).fill(invitedEmail)
  await page.getByRole('radio', { name: 'Editor' }).check()
  await page.getByRole('button', { name: 'Invite' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Confirm that it is you')
  await page.getByRole('textbox', { name: 'Code' }).fill(second)
  await page.getByRole('button', { name: 'Confirm' }).click()
  await page.getByRole('button', { name: 'Go on with it' }).click()
  await expect(page.getByRole('heading', { name: 'Invited' })).toBeVisible()
  await expect(page.getByRole('row', { name: invitedEmail })).toBeVisible()
  await context.close()
})

test('an administrator adds a passkey, signs in with it, and confirms with it', async ({ page, mailbox }) => {
  const devTools = await page.context().newCDPSession(page)
  await devTools.send('WebAuthn.enable')
  const { authenticatorId } = await devTools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
    },
  })
  const { email } = await signedIn(page, 'admin')
  await page.goto('/staff/account/second-factor')
  await page.getByRole('textbox', { name: 'Name' }).fill('Key on my ring')
  await press(page, 'Add a passkey')
  await expect(page.getByRole('heading', { name: 'Your recovery codes' })).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: 'Key on my ring' })).toContainText('Not used yet')
  await expectAccessible(page, 'a passkey that was added')
  await mailbox.waitFor({ to: email, subject: /passkey was added/ })
  await press(page, 'Add another passkey')
  await expect(page.getByText('There is a passkey for this account in that place already')).toBeVisible()

  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.getByRole('textbox', { name: 'E-mail address' }).fill(email)
  await page.getByRole('button', { name: 'Send me a link' }).click()
  await page.goto(signInLink((await mailbox.waitFor({ to: email, subject: /^Sign in/ })).text))
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('textbox', { name: 'Recovery code' })).toBeVisible()
  await devTools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false })
  await press(page, 'Use a passkey')
  await expect(page.getByText('Your browser was given no passkey')).toBeVisible()
  await expectAccessible(page, 'a sign-in that waits for a passkey')
  await devTools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: true })
  await press(page, 'Use a passkey')
  await expect(page).toHaveURL('/staff')

  await proveLongAgo(email)
  await page.goto('/staff/account/second-factor')
  await page.getByRole('link', { name: 'Add another passkey' }).click()
  await press(page, 'Use a passkey')
  await page.getByRole('link', { name: 'Go on' }).click()
  await expect(page.getByRole('button', { name: 'Add another passkey' })).toBeVisible()
})

test('an administrator invites, and the invited person signs in', async ({ page, browser, mailbox, person }) => {
  await signedIn(page, 'admin')
  await page.goto('/staff/account')
  await page.getByRole('link', { name: 'Team' }).click()
  await page.getByRole('button', { name: 'Invite' }).click()
  await expect(page.getByRole('alert').getByRole('link')).toHaveText(['Enter an e-mail address', 'Choose a role'])
  await page.getByRole('textbox', { name: 'E-mail address' }).fill(person.email)
  await page.getByRole('radio', { name: 'Campaigner' }).check()
  await page.getByRole('button', { name: 'Invite' }).click()
  await expect(page.getByRole('heading', { name: 'Invited' })).toBeVisible()
  await expect(page.getByRole('row', { name: person.email })).toContainText('not signed in yet')

  const mail = await mailbox.waitFor({ to: person.email, subject: /You are invited/ })
  const other = await (await browser.newContext()).newPage()
  await openAndSignIn(other, signInLink(mail.text))
  await expect(other.getByRole('navigation', { name: 'Staff pages' }).getByRole('link')).toHaveText([
    'Home',
    'Dashboard',
    'Exports',
  ])
  await other.context().close()
})

test('every page leads to the sign-in who is signed out, and refuses whoever may not open it', async () => {
  const { url } = product()
  for (const { href } of places) {
    const { status, location } = await ask(url, href)
    expect([href, status, location]).toEqual([href, 307, signInTo(href)])
  }
  for (const role of roles) {
    const { cookie } = await session(role)
    for (const { href, verb } of places) {
      const { status, headers, html } = await ask(url, href, undefined, { cookie })
      expect([role, href, status]).toEqual([role, href, allowed(role, verb) ? 200 : 403])
      expect(headers.get('cache-control')).toContain('no-store')
      expect(html).toContain('<meta name="robots" content="noindex, nofollow"/>')
    }
  }
})

test('every staff page is accessible, with faults in its forms too', async ({ page }) => {
  test.slow()
  const { link } = await invited('admin')
  for (const address of ['/staff/sign-in', '/staff/sign-in/open?token=gone', link]) {
    await page.goto(address)
    await expectAccessible(page, address)
  }
  await page.goto('/staff/sign-in')
  for (const typed of ['', 'nobody@example.org']) {
    await page.getByRole('textbox', { name: 'E-mail address' }).fill(typed)
    await page.getByRole('button', { name: 'Send me a link' }).click()
    await expectAccessible(page, `a link asked for with “${typed}”`)
  }
  await openAndSignIn(page, link)
  for (const href of [...places.map(({ href }) => href), '/staff/account', '/staff/account/second-factor']) {
    await page.goto(href)
    await expectAccessible(page, href)
  }
  await page.getByRole('button', { name: 'Set it up' }).click()
  await expectAccessible(page, 'an app that is being set up')
  await page.goto('/staff/team/nobody')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no such page')
  await expectAccessible(page, 'a member who is not there')
  // On a phone the menu is behind a button, and in a row where there is room.
  await page.setViewportSize(PHONE)
  await openMenu(page)
  await expectAccessible(page, 'the menu, open')
  await page.setViewportSize(DESK)
  await page.getByRole('link', { name: 'Team', exact: true }).click()
  await page.getByRole('button', { name: 'Invite' }).click()
  await expectAccessible(page, 'an invitation with faults')
  await page.goto('/staff/settings')
  await page.getByRole('textbox', { name: 'Organisation' }).fill('')
  await page.getByRole('button', { name: 'Save the operator' }).click()
  await expectAccessible(page, 'settings with faults')
})

async function press(page: Page, name: string): Promise<void> {
  const button = page.getByRole('button', { name })
  await page.waitForLoadState()
  await takenOver(button)
  await button.click()
}

async function openMenu(page: Page): Promise<void> {
  await page.getByRole('group').filter({ hasText: 'Menu' }).locator('summary').click()
}
