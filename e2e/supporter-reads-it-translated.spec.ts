import { CAMPAIGN, Path } from './fixtures/path'
import { expect, test } from './fixtures/test'
import { translate } from './fixtures/translate'

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
