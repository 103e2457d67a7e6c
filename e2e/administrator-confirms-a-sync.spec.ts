import type { Page } from '@playwright/test'
import { playMembersApi, snapshotMembers, withOthers } from '@/lib/directory/members-api/testing'
import { expectAccessible } from './fixtures/accessible'
import { test } from './fixtures/own-product'
import { CAMPAIGN } from './fixtures/path'
import { type Product, runProduct } from './fixtures/product'
import { signInLink } from './fixtures/staff'
import { expect } from './fixtures/test'

const WRITE = `${CAMPAIGN}/write?constituency=E14001063`

test('many MPs change at once: an administrator looks and confirms without scripts; at the dissolution the pages say so', async ({
  start,
  browser,
}) => {
  const api = await playMembersApi(withOthers(snapshotMembers(), 66))
  try {
    // Its own first sync would come between.
    const product = await start({ MEMBERS_API_URL: 'off' })
    const settings = { DATA_DIR: product.dataDir, APP_URL: product.url, MEMBERS_API_URL: api.url }
    const held = await runProduct({ command: command('directory', 'sync'), settings })
    expect([held.status, held.stderr]).toEqual([1, expect.stringMatching(/^Held, and nothing changed: 66 seats/)])

    const page = await (await browser.newContext({ baseURL: product.url, javaScriptEnabled: false })).newPage()
    await page.goto(await wayIn(product))
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('navigation', { name: 'Staff pages' }).getByRole('link', { name: 'Directory' }).click()
    await expect(page.getByRole('heading', { name: '66 seats would change at once' })).toBeVisible()
    await page.getByText('What would change, seat by seat').click()
    await expect(page.getByRole('row', { name: /Aldershot New Newcomer 0/ })).toBeVisible()
    await expectAccessibleWithScripts(page, 'a sync that waits')
    await page.getByRole('button', { name: /^Confirm/ }).click()
    await expect(page.getByRole('heading', { name: 'Confirmed' })).toBeVisible()
    await expect(page.getByRole('heading', { name: 'Waits for you' })).toHaveCount(0)
    await page.goto(WRITE)
    await expect(page.getByText('Newcomer 0', { exact: true })).toBeVisible()

    api.members = []
    const today = new Date().toISOString().slice(0, 10)
    const dissolved = await runProduct({
      command: command('directory', 'sync'),
      settings: { ...settings, DISSOLUTION_DATES: today },
    })
    expect([dissolved.status, dissolved.stdout]).toEqual([0, expect.stringContaining('Parliament is dissolved')])
    await expect(async () => {
      await page.goto(WRITE)
      const held = page.getByText('Your letter is held until there is an MP for Aldershot')
      await expect(held).toBeVisible({ timeout: 1000 })
    }).toPass()
    await expectAccessibleWithScripts(page, 'writing while Parliament is dissolved')
    await expect(async () => {
      await page.goto(CAMPAIGN)
      await expect(page.getByRole('heading', { name: 'Parliament is dissolved' })).toBeVisible({ timeout: 1000 })
    }).toPass()
    await page.context().close()
    await product.stop()
  } finally {
    await api.close()
  }
})

/** Axe needs scripts: it looks at the same page in a window that has them. */
async function expectAccessibleWithScripts(page: Page, state: string): Promise<void> {
  const context = await page
    .context()
    .browser()
    ?.newContext({ storageState: await page.context().storageState() })
  if (!context) throw new Error('The browser has gone.')
  const other = await context.newPage()
  await other.goto(page.url())
  await expectAccessible(other, state)
  await context.close()
}

function command(name: string, ...args: string[]): string[] {
  return [process.execPath, '--import', 'tsx', `lib/cli/${name}.ts`, ...args]
}

async function wayIn({ dataDir, url }: Product): Promise<string> {
  const settings = { DATA_DIR: dataDir, APP_URL: url }
  const args = ['invite', 'ada@example.org', '--role', 'admin']
  const { stdout } = await runProduct({ command: command('staff', ...args), settings })
  return signInLink(stdout)
}
