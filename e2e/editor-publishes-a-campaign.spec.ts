import type { Page } from '@playwright/test'
import { copyByForm, copyOfTheFirst, part, save, summary, tab } from './fixtures/editor'
import { tabTo } from './fixtures/keyboard'
import { test } from './fixtures/own-product'
import { invited, signedIn } from './fixtures/staff'
import { expect } from './fixtures/test'

test.setTimeout(480_000)

async function close(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Close it' }).click()
  await expect(page.getByRole('list').filter({ hasText: 'Nobody can write any more' })).toBeVisible()
  await page.getByRole('button', { name: 'Close it now' }).click()
}

/** From the link that signs in to a campaign that is live, without a mouse. */
async function publishedByKeyboard(page: Page, product: Parameters<typeof invited>[1]): Promise<void> {
  const { keyboard } = page
  const press = async (role: 'button' | 'link', name: string | RegExp) => {
    await tabTo(page, page.getByRole(role, { name }).first())
    await keyboard.press('Enter')
  }
  const heading = (name: string) => expect(page.getByRole('heading', { name, level: 1 })).toBeVisible()
  await page.goto((await invited('editor', product)).link)
  await press('button', 'Sign in')
  await heading('What to do next')
  await press('link', 'Campaigns')
  await heading('Campaigns')
  await press('link', 'Start a campaign')
  await heading('Start a campaign')
  await tabTo(page, page.getByRole('combobox', { name: 'Start from' }))
  await keyboard.press('ArrowDown')
  await tabTo(page, page.getByRole('textbox', { name: 'Address of the page' }))
  await keyboard.type('by-keyboard')
  await keyboard.press('Enter')
  await heading('Title and summary')
  await press('link', 'Skip to the fields')
  await keyboard.press('Tab')
  await expect(page.getByRole('textbox', { name: 'Title' })).toBeFocused()
  await keyboard.press('ControlOrMeta+A')
  await keyboard.type('Written without a mouse')
  await keyboard.press('Enter')
  await expect(page.getByRole('status')).toContainText('version 2')
  await press('link', 'Publish')
  await heading('Publish')
  await tabTo(page, page.getByRole('checkbox', { name: /^These are meant to be the same/ }))
  await keyboard.press('Space')
  await press('button', 'Publish now')
  await expect(page.getByRole('heading', { name: 'Published', exact: true })).toBeVisible()
  await page.context().close()
}

test('an editor copies the campaign, changes an ask, previews, publishes, compares and restores; another instance follows; a paused campaign keeps its page, which says why; an address in use and a reserved one are refused', async ({
  start,
  browser,
}) => {
  const product = await start()
  const other = await start()
  for (const javaScriptEnabled of [true, false]) {
    const page = await (await browser.newContext({ baseURL: product.url, javaScriptEnabled })).newPage()
    await signedIn(page, 'editor', product)
    const slug = await copyByForm(page)
    await page.getByRole('textbox', { name: 'Title' }).fill(`A title of its own, ${slug}`)
    await page.getByRole('radio', { name: 'A colour of your own' }).check()
    const colour = page.getByRole('textbox', { name: 'Your own colour' })
    await colour.fill('#FF2D8A')
    await save(page)
    await expect(summary(page)).toContainText('White words on it have 3.5:1')
    await expect(colour).toHaveValue('#FF2D8A')
    await page.getByRole('button', { name: 'Take #a00051' }).click()
    await expect(colour).toHaveValue('#a00051')
    await expect(page.getByRole('status')).toContainText('version 3')

    await part(page, 'Asks').click()
    const first = page.locator('[id="asks.ceasefire"]')
    await first.getByRole('textbox', { name: 'Title' }).fill('Call for a ceasefire today')
    await save(page)
    await page.getByRole('button', { name: 'Move down Ask “Call for a ceasefire today”' }).click()
    await expect(page.locator('[id=asks] h2').first()).toHaveText('Ask “Press Turkey to end its involvement”')

    await tab(page, 'Preview').click()
    await page.getByRole('link', { name: 'The campaign’s page' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(`A title of its own, ${slug}`)
    await expect(page.getByRole('complementary', { name: 'Preview' })).toContainText('Preview of version 5')
    await page.getByRole('textbox', { name: 'Your postcode' }).fill('SW1A 0AA')
    await page.getByRole('button', { name: 'Find your MP' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Is this your MP?')
    await page.getByRole('link', { name: 'Yes, write to Rachel Blake' }).click()
    await expect(page.getByRole('group').getByRole('checkbox').nth(1)).toHaveAccessibleName(
      'Call for a ceasefire today',
    )
    await page.getByRole('button', { name: 'See your letter' }).click()
    await page.getByRole('button', { name: 'Go on with this letter' }).click()
    await page.getByRole('button', { name: 'Check your letter' }).click()
    await page.getByText('Read it once more').click()
    await expect(page.getByRole('article', { name: 'Your letter' })).toContainText('Rachel Blake MP')
    await page.getByRole('link', { name: 'Back to the text' }).click()

    const visitor = await (await browser.newContext({ baseURL: other.url })).newPage()
    expect((await visitor.goto(`/campaigns/${slug}`))?.status()).toBe(404)
    await tab(page, 'Publish').click()
    await page.getByRole('textbox', { name: 'Note' }).fill('The first that is live')
    await page.getByRole('button', { name: 'Publish now' }).click()
    await expect(summary(page)).toContainText('Say that the parts named here are meant')
    await expect(page.getByRole('textbox', { name: 'Note' })).toHaveValue('The first that is live')
    await page.getByRole('checkbox', { name: /^These are meant to be the same/ }).check()
    await page.getByRole('button', { name: 'Publish now' }).click()
    await expect(page.getByRole('heading', { name: 'Published', exact: true })).toBeVisible()
    await expect(async () => {
      expect((await visitor.goto(`/campaigns/${slug}`))?.status()).toBe(200)
    }).toPass({ timeout: 5000 })
    await expect(visitor.getByRole('heading', { level: 3 }).first()).toHaveText('Press Turkey to end its involvement')
    await expect(visitor.locator('[data-palette]')).toHaveAttribute('data-palette', 'a00051')
    const slip = visitor.locator('.bg-slip').first()
    await expect(slip).toHaveCSS('background-color', 'rgb(160, 0, 81)')

    await part(page, 'Asks').or(tab(page, 'Text')).first().click()
    await page.getByRole('textbox', { name: 'Title' }).fill(`Another title, ${slug}`)
    await save(page)
    await tab(page, 'Publish').click()
    await expect(page.getByRole('insertion').first()).toContainText('Another')
    await page.getByRole('button', { name: 'Publish now' }).click()
    const published = performance.now()
    await expect(async () => {
      await visitor.reload()
      expect(await visitor.getByRole('heading', { level: 1 }).innerText()).toBe(`Another title, ${slug}`)
    }).toPass({ timeout: 5000, intervals: [100] })
    console.info(
      `Published on one instance; ${Math.round(performance.now() - published)} ms later a page of the other showed it.`,
    )

    await tab(page, 'Versions').click()
    await page.getByRole('textbox', { name: 'Compare version' }).fill('5')
    await page.getByRole('textbox', { name: 'with version' }).fill('6')
    await page.getByRole('button', { name: 'Compare' }).click()
    await expect(page.getByRole('heading', { name: 'From version 5 to version 6' })).toBeVisible()
    await expect(page.getByRole('deletion').filter({ hasText: 'of its own' })).toBeVisible()
    await page.getByRole('link', { name: 'All versions' }).click()
    await page.getByRole('link', { name: 'Live version 5' }).click()
    await expect(page.getByRole('insertion').filter({ hasText: 'of its own' })).toBeVisible()
    await page.getByRole('button', { name: 'Put version 5 live' }).click()
    await expect(page.getByRole('heading', { name: 'Version 5 is live' })).toBeVisible()
    await expect(page.getByRole('row', { name: /Version 5 again/ })).toContainText('Live now')
    await expect(async () => {
      await visitor.reload()
      expect(await visitor.getByRole('heading', { level: 1 }).innerText()).toBe(`A title of its own, ${slug}`)
    }).toPass({ timeout: 5000 })
    await visitor.context().close()
    await tab(page, 'Overview').click()
    await close(page)
    await expect(page.getByRole('heading', { name: 'State: closed' })).toBeVisible()

    await page.context().close()
  }
  await other.stop()
  await publishedByKeyboard(await (await browser.newContext({ baseURL: product.url })).newPage(), product)

  const page = await (await browser.newContext({ baseURL: product.url })).newPage()
  await signedIn(page, 'editor', product)
  const slug = await copyOfTheFirst(page)
  await tab(page, 'Publish').click()
  await page.getByRole('checkbox', { name: /^These are meant to be the same/ }).check()
  await page.getByRole('button', { name: 'Publish now' }).click()
  await tab(page, 'Overview').click()
  await page.getByRole('link', { name: 'Pause it' }).click()
  await page.getByRole('textbox', { name: 'Why' }).fill('We check a fact first.')
  await page.getByRole('button', { name: 'Pause it now' }).click()
  await expect(page.getByRole('heading', { name: 'State: paused' })).toBeVisible()
  await expect(async () => {
    await page.goto(`/campaigns/${slug}`)
    await expect(page.getByText('We check a fact first.')).toBeVisible({ timeout: 500 })
  }).toPass({ timeout: 5000 })
  const embed = async () => (await page.request.get(`/embed/${slug}`)).text()
  await expect.poll(embed, { timeout: 5000 }).toContain('We check a fact first.')
  expect(await embed()).not.toContain('id="postcode-form"')
  await page.goto(`/campaigns/${slug}/write?postcode=SW1A+0AA`)
  await expect(page).toHaveURL(`/campaigns/${slug}`)
  for (const [typed, message] of [
    ['artsakh-ceasefire', /Another campaign has this address/],
    ['staff', /kept for the site/],
  ] as const) {
    await page.goto('/staff/campaigns/new')
    await page.getByRole('textbox', { name: 'Address of the page' }).fill(typed)
    await page.getByRole('button', { name: 'Start' }).click()
    await expect(summary(page)).toContainText(message)
    await expect(page.getByRole('textbox', { name: 'Address of the page' })).toHaveValue(typed)
  }
  await page.goto('/staff/campaigns')
  await page
    .getByRole('row', { name: new RegExp(slug) })
    .getByRole('link')
    .click()
  await close(page)
  await expect.poll(embed, { timeout: 5000 }).toContain('This campaign is closed')
  expect(await embed()).not.toContain('id="postcode-form"')

  await page.context().close()
  await product.stop()
})
