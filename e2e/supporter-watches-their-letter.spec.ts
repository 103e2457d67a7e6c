import { ByHttp } from './fixtures/by-http'
import { expect, product, test } from './fixtures/test'

test('the page of a letter moves on while it is watched, and keeps what only its writer was shown out of its address', async ({
  page,
  person,
}) => {
  const opened = await new ByHttp(product().url).sign('SW1A 0AA', person)
  expect(opened).toContain('?confirmed=1')
  await page.goto(opened)
  await expect(page).toHaveURL(/\/letters\/[\w-]+$/)
  // What is there already stays what it is: nothing is put beside it, and whoever stands on a link goes on standing there.
  await expect(page.getByRole('button', { name: 'Copy link' })).toHaveCount(1)
  const privacy = page.getByRole('contentinfo').getByRole('link', { name: /^What we keep/ })
  await privacy.focus()
  await expect(page.getByText('Accepted by the mail service')).toBeVisible({ timeout: 60_000 })
  await expect(page.getByRole('button', { name: 'Copy link' })).toHaveCount(1)
  await expect(privacy).toBeFocused()
  await expect(page.locator('body body')).toHaveCount(0)
  await expect(page).toHaveURL(/\/letters\/[\w-]+$/)
  await page.getByText('Your letter', { exact: true }).last().click()
  await page.getByRole('link', { name: 'Read it, or print it' }).click()
  await expect(page.getByRole('article', { name: 'Your letter' })).toContainText(person.address1)

  // Whoever is given the address that stands there sees none of it.
  const given = opened.split('?')[0] ?? ''
  await page.goto(given)
  await expect(page.getByRole('link', { name: 'Read it, or print it' })).toHaveCount(0)
  for (const own of [person.name, person.email, person.address1]) {
    expect(await page.content()).not.toContain(own)
  }
})
