import type { Page } from '@playwright/test'
import { playMembersApi, snapshotMembers, withOthers } from '@/lib/directory/members-api/testing'
import { expectAccessible } from './fixtures/accessible'
import { test } from './fixtures/own-product'
import { signedIn } from './fixtures/staff'
import { expect } from './fixtures/test'

test.setTimeout(240_000)
// The products are their own.
test.use({ allowedComplaints: /a request to http:\/\/localhost:|the server responded with a status of/ })

test('seats are found, an address is put right, a list is brought in and undone, without scripts', async ({
  start,
  browser,
  page: withScripts,
  dataDir,
}) => {
  const { url } = await start()
  const page = await (await browser.newContext({ baseURL: url, javaScriptEnabled: false })).newPage()
  await signedIn(page, 'admin', { url, dataDir })
  await signedIn(withScripts, 'admin', { url, dataDir })
  const accessible = async (state: string) => {
    await withScripts.goto(page.url())
    await expectAccessible(withScripts, state)
  }

  await page.goto('/staff/directory')
  await expect(page.getByText('No sync is set up (MEMBERS_API_URL is off)')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Sync now' })).toHaveCount(0)
  await page.getByRole('link', { name: /650 seats/ }).click()
  await expect(page.getByText('1 to 50 of 650 seats')).toBeVisible()
  await page.getByRole('link', { name: 'Next' }).click()
  await expect(page.getByText('51 to 100 of 650 seats')).toBeVisible()
  await accessible('seats, their second page')
  await page.getByRole('link', { name: 'MP', exact: true }).click()
  await expect(page.getByRole('columnheader', { name: 'MP', exact: true })).toHaveAttribute('aria-sort', 'ascending')
  await page.getByRole('link', { name: 'Vacant 1' }).click()
  await expect(page.getByRole('row', { name: /Holborn and St Pancras/ })).toBeVisible()
  await page.getByRole('searchbox').fill('nobody of this name')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Nothing fits “nobody of this name” in this list.')).toBeVisible()
  await accessible('seats, none found')
  await page.getByRole('link', { name: 'Show all seats' }).click()
  await page.getByRole('searchbox').fill('Rachel Blake')
  await page.getByRole('button', { name: 'Find' }).click()
  await page.getByRole('link', { name: 'Cities of London and Westminster' }).click()

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Cities of London and Westminster')
  await expect(page).toHaveTitle(/^Cities of London and Westminster – /)
  const address = page.getByLabel('E-mail address of Rachel Blake')
  await address.fill('nobody')
  await page.getByRole('button', { name: 'Set this address' }).click()
  await expect(page.getByRole('alert')).toContainText('Type one plain e-mail address')
  await expect(address).toHaveValue('nobody')
  await address.fill('rachel.new@parliament.uk')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'The address is set by hand' })).toBeVisible()
  await expect(row(page, /rachel.blake.mp@parliament.uk before, rachel.new@parliament.uk now/)).toContainText('by hand')
  await accessible('a seat with an address set by hand')

  await page.goto('/staff/directory/members')
  await accessible('MPs from a file')
  const download = await page.request.get('/staff/directory/members/csv')
  const inUse = await download.text()
  await upload(page, 'PK\u0003\u0004', 'mps.xlsx')
  await expect(page.getByRole('alert')).toContainText('spreadsheet’s own file')
  await upload(page, inUse.replaceAll('@parliament.uk', '@parliment.uk'))
  await expect(page.getByRole('heading', { name: 'It would change too much' })).toBeVisible()
  await accessible('a list that would change too much')
  await page.goto('/staff/directory')
  await page.getByRole('link', { name: 'A list from a file waits' }).click()
  await upload(page, inUse.replace('Alex Baker', 'Alexandra Baker'), 'corrected.csv')
  await expect(page.getByRole('heading', { name: 'corrected.csv' })).toBeVisible()
  await expect(row(page, /Aldershot Other name Alexandra Baker/)).toBeVisible()
  await accessible('a list that would change little')
  await page.getByRole('button', { name: 'Bring it in' }).click()
  await expect(page.getByRole('heading', { name: 'The list is brought in' })).toBeVisible()
  await page.getByRole('link', { name: /changed in 30 days/ }).click()
  await expect(row(page, /Alexandra Baker/)).toContainText('File')
  await page.getByRole('link', { name: 'Aldershot' }).click()
  await expect(row(page, /Alex Baker is called Alexandra Baker/)).toContainText('A list from a file')
  await page.goto('/staff/directory')
  await accessible('the directory')
  await page.getByRole('button', { name: 'Go back to the MPs before' }).click()
  await expect(page.getByRole('heading', { name: 'The MPs who were there before are there again' })).toBeVisible()
  await page.goto('/staff/directory/seats/E14001063')
  await expect(row(page, /Alexandra Baker is called Alex Baker/)).toContainText('An undo')
  await page.goto('/staff/audit?what=directory.set-address')
  await expect(row(page, /set or cleared the address of an MP/)).toBeVisible()
  await page.context().close()
})

test('the MPs are synced by one press: what changed is said, what is too much waits, a failure is said', async ({
  start,
  page,
  dataDir,
}) => {
  const api = await playMembersApi(snapshotMembers())
  try {
    const { url } = await start({ MEMBERS_API_URL: api.url })
    await signedIn(page, 'admin', { url, dataDir })
    const press = page.getByRole('button', { name: 'Sync now' })
    await expect(async () => {
      await page.goto(`${url}/staff/directory`)
      await expect(page.getByRole('row', { name: /Applied/ })).toBeVisible({ timeout: 1000 })
    }).toPass()
    api.members = withOthers(snapshotMembers(), 3)
    await press.click()
    await expect(page.getByText(/^Synced at .+ 3 new, 0 changed, 3 left\.$/)).toBeVisible({ timeout: 60_000 })
    await expect(page.getByRole('row', { name: /Aldershot New Newcomer 0/ })).toBeVisible()
    await expectAccessible(page, 'the directory after a sync')

    api.members = withOthers(snapshotMembers(), 80)
    await press.click()
    await expect(page.getByRole('heading', { name: 'Waits for you' })).toBeVisible({ timeout: 60_000 })
    await page.getByRole('link', { name: 'it waits for you' }).click()
    await page.getByRole('button', { name: /^Confirm/ }).click()
    await expect(page.getByRole('heading', { name: 'Confirmed' })).toBeVisible()
    await page.goto(`${url}/staff/directory/seats?find=newcomer`)
    await expect(page.getByText('1 to 50 of 80 seats')).toBeVisible()

    api.failing = () => 'status 500'
    await page.goto(`${url}/staff/directory`)
    await press.click()
    await expect(page.getByRole('heading', { name: 'The MPs could not be synced' })).toBeVisible({ timeout: 90_000 })
    await expectAccessible(page, 'a sync that failed')
    api.failing = () => null
    await press.click()
    await expect(page.getByText('Nothing had changed.')).toBeVisible({ timeout: 60_000 })
  } finally {
    await api.close()
  }
})

function row(page: Page, name: RegExp) {
  return page.getByRole('row', { name })
}

async function upload(page: Page, text: string, name = 'mps.csv'): Promise<void> {
  await page.getByLabel('A CSV file').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })
  await page.getByRole('button', { name: 'Compare it' }).click()
}
