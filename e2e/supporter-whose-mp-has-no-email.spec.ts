import { expectReachable, onBoth } from './fixtures/devices'
import { postcodeIn } from './fixtures/directory'
import { Path } from './fixtures/path'
import { expect, test } from './fixtures/test'

for (const [seat, mp, salutation] of [
  ['New Forest East', 'Sir Julian Lewis', 'Dear Sir Julian,'],
  ['West Tyrone', 'Órfhlaith Begley', 'Dear Órfhlaith Begley,'],
] as const) {
  test(`a supporter in ${seat}, for whose MP no e-mail address is listed, prints the letter and posts it`, async ({
    page,
    person,
    mailbox,
  }) => {
    const path = new Path(page, 'on both')
    await path.findMp(postcodeIn(seat))
    await onBoth(page, async () => {
      await path.expectMp(mp, seat)
      await expect(page.getByText('London SW1A 0AA').first()).toBeVisible()
      await expect(page.getByText(/you can still sign/i)).toBeVisible()
    })
    await path.goToLetter(person.reason)
    await path.fillDetails(person)
    await path.goToCheck()
    await path.goToSent()
    await path.confirm(await mailbox.confirmLink(person.email))
    await onBoth(page, async () => {
      await expect(page.getByRole('heading', { level: 1 })).toContainText(/ready to post/i)
      await expect(page.getByText('Held: we have no e-mail address for the MP')).toBeVisible()
    })

    const told = await mailbox.waitFor({ to: person.email, subject: /post your letter/ })
    expect(told.words).toContain('SW1A 0AA')
    expect(told.words).toContain(person.reason)
    expect(told.words).toMatch(/\/campaigns\/artsakh-ceasefire\/print\/[\w-]+/)
    expect(await mailbox.find({ replyTo: person.email })).toEqual([])

    const print = page.getByRole('link', { name: /print your letter/i })
    await expectReachable(page, print)
    await print.click()
    await expect(page).toHaveURL(/\/campaigns\/artsakh-ceasefire\/print\/[\w-]+$/)
    for (const shown of [salutation, person.reason, person.address1, person.town, `${mp} MP`, 'London SW1A 0AA']) {
      await expect(path.sheet).toContainText(shown)
    }
    await page.emulateMedia({ media: 'print' })
    await onBoth(page, async () => {
      await expect(path.sheet).toBeVisible()
      expect(await page.evaluate(() => document.body.innerText.trim())).toBe(await path.sheet.innerText())
      for (const hidden of ['banner', 'contentinfo', 'heading', 'navigation', 'link', 'button'] as const) {
        await expect(page.getByRole(hidden)).toHaveCount(0)
      }
    })

    await page.emulateMedia({ media: 'screen' })
    const file = await page.request.get(`${page.url()}/letter.pdf`)
    expect(file.headers()['content-type']).toBe('application/pdf')
    expect((await file.body()).subarray(0, 5).toString()).toBe('%PDF-')
    const [byPost, sent] = [
      page.getByRole('radio', { name: 'By post' }),
      page.getByRole('button', { name: 'I have sent it' }),
    ]
    await expectReachable(page, byPost, sent)
    await byPost.check()
    await sent.click()
    await onBoth(page, async () => {
      await expect(page.getByRole('heading', { name: 'You have sent your letter yourself' })).toBeVisible()
      await expect(page.getByText('Sent by yourself, by post')).toBeVisible()
    })
  })
}
