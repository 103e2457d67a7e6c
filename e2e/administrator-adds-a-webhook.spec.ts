import { playReceiver, signatureBy } from '@/lib/webhooks/testing'
import { expectAccessible } from './fixtures/accessible'
import { ByHttp, detailsOf } from './fixtures/by-http'
import { linkIn } from './fixtures/mailbox'
import { signedIn } from './fixtures/staff'
import { expect, product, test } from './fixtures/test'

test('an administrator adds a webhook, tests it, and it is told of a supporter who asked for updates', async ({
  page,
  person,
  mailbox,
}) => {
  const receiver = await playReceiver()
  await signedIn(page, 'admin')
  await page.goto('/staff/account')
  await page.getByRole('link', { name: 'Webhooks' }).click()
  await page.getByLabel('Address').fill('http://example.org/hooks')
  await page.getByRole('button', { name: 'Add the webhook' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'The address has to start with https://' })).toBeVisible()
  await expectAccessible(page, 'a webhook that cannot be added')
  await page.getByLabel('Address').fill(receiver.url)
  await page.getByRole('button', { name: 'Add the webhook' }).click()
  await expect(page.getByRole('heading', { name: 'Copy the secret now' })).toBeVisible()
  const secret = await page.locator('#secret').innerText()
  await expectAccessible(page, 'a webhook with its new secret')

  receiver.manner = { status: 503, body: 'Still starting' }
  await page.getByRole('button', { name: 'Send a test' }).click()
  await expect.poll(() => receiver.received.length).toBe(1)
  const [tried] = receiver.received
  expect(tried?.headers['webhook-signature']).toBe(tried && signatureBy(secret, tried))
  await expect(async () => {
    await page.reload()
    await expect(page.getByRole('row', { name: /Test failed.*503: refused.*Still starting/ })).toBeVisible({
      timeout: 500,
    })
  }).toPass()
  await expect(page.getByText(secret)).toHaveCount(0)
  await expectAccessible(page, 'a webhook with a message that failed')

  receiver.manner = { status: 204 }
  const supporter = new ByHttp(product().url)
  await supporter.submit('SW1A 0AA', person, { ...detailsOf(person), updates: 'yes' })
  await supporter.confirm(linkIn(await mailbox.waitFor({ to: person.email, says: '/confirm/' }), 'confirm'))
  await expect
    .poll(() => receiver.messages().map(({ type, data }) => [type, data.email]))
    .toContainEqual(['supporter.confirmed', person.email])
  await page.getByRole('button', { name: 'Remove the webhook' }).click()
  await expect(page.getByRole('heading', { name: 'Removed' })).toBeVisible()
  await receiver.close()
})
