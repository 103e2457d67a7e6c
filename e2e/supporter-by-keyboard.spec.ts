import { tabTo } from './fixtures/keyboard'
import { Path } from './fixtures/path'
import { expect, test } from './fixtures/test'

test('a supporter writes to their MP with nothing but a keyboard', async ({ page, person, mailbox }) => {
  const path = new Path(page)
  await page.goto('/')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: /^Skip to/ })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
  await tabTo(page, path.postcode)
  await page.keyboard.type('not one')
  await page.keyboard.press('Enter')

  await expect(path.summary, 'the summary takes the focus').toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(path.postcode, 'its link leads to the field').toBeFocused()
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type('SW1A 0AA')
  await tabTo(page, page.getByRole('button', { name: 'Find your MP' }))
  await page.keyboard.press('Enter')

  await tabTo(page, page.getByRole('button', { name: 'No, choose my constituency' }))
  await page.keyboard.press('Enter')
  const combobox = await new Path(page).constituencySearch()
  await tabTo(page, combobox)
  await page.keyboard.type('ynys mon')
  const option = page.getByRole('option', { name: /Ynys Môn/ })
  await expect(option).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await expect(option).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await expect(combobox).toHaveValue('Ynys Môn')
  await tabTo(page, page.getByRole('button', { name: /^Go on/ }))
  await page.keyboard.press('Space')

  await expect(page.getByText('MP for Ynys Môn')).toBeVisible()
  await tabTo(page, page.getByRole('button', { name: /^Yes, write to/ }))
  await page.keyboard.press('Enter')
  await tabTo(page, path.ownWords)
  await page.keyboard.type(person.reason)
  const firstAsk = page.getByRole('checkbox').first()
  await tabTo(page, firstAsk)
  await page.keyboard.press('Space')
  await expect(firstAsk).toBeChecked()
  await tabTo(page, path.seeLetter)
  await page.keyboard.press('Enter')

  await expect(path.body).toBeVisible()
  await tabTo(page, page.getByRole('button', { name: 'Go on with this letter' }))
  await page.keyboard.press('Enter')
  await tabTo(page, page.getByRole('button', { name: 'Check your letter' }))
  await page.keyboard.press('Enter')
  await expect(path.summary).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(path.field('Full name')).toBeFocused()
  await page.keyboard.type(person.name)
  for (const [label, text] of [
    ['E-mail address', person.email],
    ['Address line 1', person.address1],
    ['Town or city', person.town],
    ['Postcode', 'LL59 5HH'],
  ] as const) {
    await tabTo(page, path.field(label))
    await page.keyboard.press('ControlOrMeta+A')
    await page.keyboard.type(text)
  }
  await page.keyboard.press('Enter')

  await tabTo(page, page.locator('summary', { hasText: 'Read it once more' }))
  await page.keyboard.press('Enter')
  await expect(path.sheet).toContainText(person.reason)
  await tabTo(page, path.send)
  await page.keyboard.press('Enter')
  await path.expectSent()
  await page.goto(await mailbox.confirmLink(person.email))
  await tabTo(page, page.getByRole('button', { name: /^Yes, / }))
  await page.keyboard.press('Space')
  await path.expectStage(/On its way|Sent/)
  expect((await mailbox.waitFor({ replyTo: person.email })).text).toContain(person.reason)
})

test('the search for a constituency keeps to the pattern of a combobox', async ({ page }) => {
  await page.goto('/campaigns/artsakh-ceasefire/choose')
  const combobox = await new Path(page).constituencySearch()
  await tabTo(page, combobox)
  await expect(combobox).toHaveAttribute('aria-autocomplete', 'list')
  await page.keyboard.type('torquay')
  await expect(combobox).toHaveAttribute('aria-expanded', 'true')
  const list = page.getByRole('listbox', { name: 'Constituencies' })
  await expect(combobox).toHaveAttribute('aria-controls', (await list.getAttribute('id')) ?? '')
  const options = list.getByRole('option')
  await expect(options).toHaveCount(4)
  await expect(page.getByRole('status').filter({ hasText: '4 found' })).toBeAttached()
  await expect(options.first()).toHaveAccessibleName(/^Torbay Near Torquay · .+ MP$/)
  for (const [key, at] of [
    ['ArrowDown', 1],
    ['ArrowUp', 0],
    ['ArrowUp', 3],
    ['ArrowDown', 0],
  ] as const) {
    await page.keyboard.press(key)
    await expect(options.nth(at)).toHaveAttribute('aria-selected', 'true')
    await expect(combobox).toHaveAttribute('aria-activedescendant', (await options.nth(at).getAttribute('id')) ?? '')
    await expect(combobox, 'the field keeps the focus').toBeFocused()
  }
  await page.keyboard.press('Enter')
  await expect(combobox).toHaveValue('Torbay')
  await expect(combobox).toHaveAttribute('aria-expanded', 'false')
})

test('Escape closes the search for a constituency, and leaving it chooses nothing', async ({ page }) => {
  await page.goto('/campaigns/artsakh-ceasefire/choose')
  const combobox = await new Path(page).constituencySearch()
  await tabTo(page, combobox)
  await page.keyboard.type('hol')
  await expect(combobox).toHaveAttribute('aria-expanded', 'true')
  await page.keyboard.press('Escape')
  await expect(combobox).toHaveAttribute('aria-expanded', 'false')
  await page.keyboard.type('b')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Tab')
  await expect(combobox).toHaveAttribute('aria-expanded', 'false')
  await page.keyboard.press('Enter')
  // Nothing was chosen in passing, and what was typed is not lost: it is asked instead.
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Which is your constituency?')
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0)
})
