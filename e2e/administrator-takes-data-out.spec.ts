import { readFileSync } from 'node:fs'
import type { Download, Page } from '@playwright/test'
import { parse } from 'csv-parse/sync'
import { expectAccessible } from './fixtures/accessible'
import { ByHttp } from './fixtures/by-http'
import { linkIn } from './fixtures/mailbox'
import { CAMPAIGN } from './fixtures/path'
import { signedIn } from './fixtures/staff'
import { expect, product, test } from './fixtures/test'

test('an administrator takes contacts and figures out, and a program reads figures until its key is revoked', async ({
  page,
  person,
  mailbox,
  request,
}) => {
  const { url } = product()
  const writer = new ByHttp(url)
  await writer.submit('SW1A 0AA', person, { updates: 'yes' })
  await writer.confirm(linkIn(await mailbox.waitFor({ to: person.email, says: '/confirm/' }), 'confirm'))

  await signedIn(page, 'admin')
  await page.goto('/staff/dashboard?view=places')
  const seats = await downloaded(page, () => page.getByRole('link', { name: 'CSV of figures by constituency' }).click())
  expect(seats.suggestedFilename()).toMatch(/^figures-all-constituency-.*\.csv$/)
  expect(await rowsOf(seats)).toHaveLength(650)

  await page.getByRole('link', { name: 'Exports' }).click()
  const contacts = await downloaded(page, () => page.getByRole('button', { name: 'Download the contacts' }).click())
  expect((await rowsOf(contacts)).find(({ email }) => email === person.email)).toMatchObject({
    name: person.name,
    postcode: 'SW1A 0AA',
    consent_wording: expect.stringContaining('updates'),
  })
  await expectAccessible(page, 'exports')

  await page.getByRole('link', { name: 'Keys for programs' }).click()
  const name = `A site for ${person.name}`
  await page.getByRole('textbox', { name: 'What it is for' }).fill(name)
  await page.getByRole('button', { name: 'Make the key' }).click()
  const key = (await page.locator('#new-key code').textContent()) ?? ''
  await expectAccessible(page, 'a key that was just made')
  const figures = () =>
    request.get(`${url}/api/v1${CAMPAIGN}/figures?by=day`, { headers: { Authorization: `Bearer ${key}` } })
  const answer = await figures()
  expect(answer.headers()).toMatchObject({ 'cache-control': 'private, no-store' })
  expect((await answer.json()).rows).toHaveLength(30)
  await page.reload()
  await expect(page.getByRole('row').filter({ hasText: name })).toContainText(key.slice(0, 13))
  await page.getByRole('button', { name: `Revoke ${name}` }).click()
  await expect(page.getByRole('heading', { name: 'Revoked' })).toBeVisible()
  expect((await figures()).status()).toBe(401)

  await page.goto('/staff/audit?what=contacts.')
  await expect(page.getByRole('row').filter({ hasText: 'began to take contacts out' }).first()).toBeVisible()
  await expect(page.getByRole('row').filter({ hasText: 'whole: yes' }).first()).toBeVisible()
})

async function downloaded(page: Page, work: () => Promise<void>): Promise<Download> {
  const [download] = await Promise.all([page.waitForEvent('download'), work()])
  return download
}

async function rowsOf(download: Download): Promise<Record<string, string>[]> {
  return parse(readFileSync(await download.path()), { columns: true, bom: true })
}
