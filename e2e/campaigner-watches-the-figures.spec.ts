import type { Page } from '@playwright/test'
import { expectAccessible } from './fixtures/accessible'
import { ByHttp } from './fixtures/by-http'
import { onBoth } from './fixtures/devices'
import { CAMPAIGN } from './fixtures/path'
import { signedIn } from './fixtures/staff'
import { expect, product, test } from './fixtures/test'

test.setTimeout(240_000)

const VIEWS = [
  'view=overview',
  'view=time',
  'view=time&by=hour&drawn=letters',
  'view=overview&campaign=artsakh-ceasefire&nation=Wales',
  'view=places',
  'view=places&kind=party&sort=name',
  'view=places&kind=mp&q=smith',
  'view=sources',
  'view=sources&kind=share',
  'view=letters&campaign=artsakh-ceasefire',
]

test('every view of the dashboard has its address, and is accessible', async ({ page }) => {
  await signedIn(page, 'campaigner')
  for (const view of VIEWS) {
    await page.goto(`/staff/dashboard?${view}`)
    await expectAccessible(page, view)
  }
  const table = page.getByRole('table', { name: /^Own words, of confirmed letters(: \d+% have 20 or more)?$/ })
  await onBoth(page, () => expect(table).toBeVisible())
  await page.goto('/staff/dashboard?view=places&kind=mp&q=diane+abbott')
  await onBoth(page, () => expect(page.getByRole('row').filter({ hasText: 'Diane Abbott' })).toBeVisible())
  await page.goto('/staff/dashboard?from=2026-11-30&to=2026-11-01&campaign=nothing')
  await onBoth(page, async () => {
    await expect(page.getByText('The first day was after the last')).toBeVisible()
    await expect(page.getByText('There is no such campaign')).toBeVisible()
  })
})

test('what happens is on the dashboard within fifteen seconds', async ({ page, person }) => {
  await signedIn(page, 'campaigner')
  await page.goto('/staff/dashboard?view=overview')
  const submitted = page.getByRole('link', { name: /^Submitted/ })
  const before = await submitted.textContent()
  await new ByHttp(product().url).submit('SW1A 0AA', person)
  await expect(submitted).not.toHaveText(before ?? '', { timeout: 15_000 })
})

test('a campaigner chooses figures by e-mail every day or every week, and stops them', async ({ page }) => {
  await signedIn(page, 'campaigner')
  await page.goto('/staff/dashboard')
  await page.getByRole('button', { name: 'Send me figures every day' }).click()
  await page.getByRole('button', { name: 'Send me figures every week' }).click()
  await expect(page.getByText('You get figures by e-mail every Monday')).toBeVisible()
  await page.getByRole('button', { name: 'Stop these e-mails' }).click()
  await expect(page.getByRole('button', { name: 'Send me figures every day' })).toBeVisible()
})

test('the map names a constituency under the pointer and by the arrow keys', async ({ page }) => {
  await page.goto(CAMPAIGN)
  const map = page.getByRole('link', { name: /^Map of the United Kingdom/ })
  const said = page.locator('#figures').getByRole('status')
  await map.scrollIntoViewIfNeeded()
  await map.focus()
  await page.keyboard.press('ArrowDown')
  await expect(said).toContainText(/supporter/)
  const first = await said.textContent()
  await page.keyboard.press('ArrowRight')
  await expect(said).not.toHaveText(first ?? '')
  const box = await map.boundingBox()
  await map.hover({ position: { x: (box?.width ?? 0) * 0.75, y: (box?.height ?? 0) * 0.8 } })
  await expect(said).toContainText(/supporter/)
})

test.describe('by finger', () => {
  test.use({ hasTouch: true })

  test('the map names a constituency at a tap, and stays where it is', async ({ page }) => {
    await page.goto(CAMPAIGN)
    const map = page.getByRole('link', { name: /^Map of the United Kingdom/ })
    await map.scrollIntoViewIfNeeded()
    const { width = 0, height = 0 } = (await map.boundingBox()) ?? {}
    await map.tap({ position: { x: width * 0.75, y: height * 0.8 } })
    await expect(page.getByRole('status').filter({ hasText: /supporter/ })).toBeVisible()
    expect(new URL(page.url()).pathname).toBe(CAMPAIGN)
  })
})

test('the counter asks by itself, and not while its tab is hidden', async ({ page }) => {
  let asked = 0
  await page.route('**/figures?only=totals', (route) => {
    asked += 1
    return route.continue()
  })
  await page.clock.install()
  await page.goto(CAMPAIGN)
  await page.waitForLoadState('networkidle')
  await page.clock.runFor(20_000)
  await expect.poll(() => asked).toBe(1)

  await hide(page, true)
  await page.clock.runFor(3_600_000)
  expect(asked).toBe(1)
  await hide(page, false)
  await expect(async () => {
    await page.clock.runFor(10_000)
    expect(asked).toBe(2)
  }).toPass()
})

/** As when another tab comes before this one, and back. */
async function hide(page: Page, hidden: boolean): Promise<void> {
  await page.evaluate((away) => {
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => away })
    document.dispatchEvent(new Event('visibilitychange'))
  }, hidden)
}

test('the table behind the map, with each hexagon a link to its row', async ({ page }) => {
  await page.goto(CAMPAIGN)
  await page.getByRole('link', { name: 'See as a table' }).click()
  await page.getByRole('link', { name: 'Wales' }).click()
  await expect(page.getByRole('row', { name: /Aberafan Maesteg/ })).toBeVisible()
  await expectAccessible(page, 'the map and its table')
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('the map is there, and leads to the page that names its hexagons', async ({ page }) => {
    await page.goto(CAMPAIGN)
    await page.getByRole('link', { name: /^Map of the United Kingdom/ }).click()
    await expect(page.locator('svg a').first()).toHaveAttribute('href', /^\?seat=[EWSN]\d+#table$/)
    await expect(page.locator('svg title').nth(1)).toHaveText(/: .*supporter/)
  })
})

test('what is asked again and has not changed is not sent again', async ({ request }) => {
  const address = `/api${CAMPAIGN}/figures`
  const first = await request.get(address)
  const { etag = '', 'cache-control': cache } = first.headers()
  expect(cache).toBe('public, max-age=0, s-maxage=10, stale-while-revalidate=30, stale-if-error=86400')
  const { byConstituency: _, ...totals } = await first.json()
  const light = await (await request.get(`${address}?only=totals`)).json()
  expect(Object.keys(light)).toEqual(Object.keys(totals))
  await expect(async () => {
    const { etag: now = '' } = (await request.get(address)).headers()
    expect((await request.get(address, { headers: { 'if-none-match': now } })).status()).toBe(304)
  }).toPass({ timeout: 30_000 })
  expect((await request.get(address, { headers: { 'if-none-match': `${etag}x` } })).status()).toBe(200)
})
