import { onBoth } from './fixtures/devices'
import { postcodeIn } from './fixtures/directory'
import { Path } from './fixtures/path'
import { expect, test } from './fixtures/test'

const SEAT = 'Holborn and St Pancras'

test('a supporter whose seat is vacant signs, and is told that the letter is kept for the next MP', async ({
  page,
  person,
  mailbox,
}) => {
  const path = new Path(page, 'on both')
  await path.findMp(postcodeIn(SEAT))
  await onBoth(page, async () => {
    await expect(page.getByRole('heading', { level: 1 })).toContainText(/no MP/i)
    await expect(page.getByText(SEAT, { exact: true })).toBeVisible()
    await expect(page.getByText(/you can still sign/i)).toBeVisible()
  })
  await path.goToLetter(person.reason)
  await onBoth(page, () => expect(page.getByText('Dear Member of Parliament,')).toBeVisible())
  await path.fillDetails(person)
  await path.goToCheck()
  await expect(path.sheet).toContainText('Dear Member of Parliament,')
  await expect(path.sheet).toContainText(`The Member of Parliament for ${SEAT}`)
  await path.goToSent()

  const ask = await mailbox.waitFor({ to: person.email, says: '/confirm/' })
  expect(ask.words).toContain(SEAT)
  expect(ask.words).not.toContain('null')
  await path.confirm(await mailbox.confirmLink(person.email))
  await onBoth(page, async () => {
    await expect(page.getByRole('heading', { level: 1 })).toContainText(/kept for the next MP/i)
    await expect(page.getByText('Held: the seat is vacant')).toBeVisible()
  })

  const told = await mailbox.waitFor({ to: person.email, subject: /kept until there is an MP/ })
  expect(told.words).toContain('the seat is vacant')
  expect(told.words).toContain('You will get a copy')
  expect(await mailbox.find({ replyTo: person.email }), 'nothing goes to anybody').toEqual([])
  expect(await mailbox.find({ to: person.email })).toHaveLength(2)
})
