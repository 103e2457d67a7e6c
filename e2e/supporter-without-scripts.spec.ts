import { asksIn, askTitle } from './fixtures/campaign'
import { expectReachable, onBoth } from './fixtures/devices'
import { CAMPAIGN, Path } from './fixtures/path'
import { expect, test } from './fixtures/test'

test.use({ javaScriptEnabled: false })

test('a supporter without scripts goes the whole way', async ({ page, person, mailbox }) => {
  const path = new Path(page, 'on both')
  await path.findMp('e c1a1bb')
  await path.expectStage('Your MP')
  await path.goToWords()
  const picked = ['ceasefire', 'turkey', 'military-aid']
  for (const ask of picked) await page.getByRole('checkbox', { name: askTitle(ask) }).check()
  await path.answer('ask').fill('A ceasefire matters most to my family.')
  await page.getByText('Add one thing more').click()
  await path.answer('request').fill('I would like to know who answered.')
  await path.goToLetter(person.reason)
  await path.expectStage('Your letter')
  await onBoth(page, async () => {
    await expect(page.getByText(/\d+ words\./)).toBeVisible()
    await expect(page.getByText(/[1-9]\d*% your own words/)).toBeVisible()
  })
  const body = await path.body.inputValue()
  const { argued, named } = asksIn(body)
  expect([...argued, ...named].sort()).toEqual([...picked].sort())
  expect([1, 2], 'a letter argues one ask or two').toContain(argued.length)
  const paragraphs = body.split('\n\n')
  const at = ['A ceasefire matters', 'I would like to know who answered.'].map((words) =>
    paragraphs.findIndex((paragraph) => paragraph.startsWith(words)),
  )
  expect(paragraphs[0]).toBe(person.reason)
  expect(asksIn(paragraphs.slice(0, at[0]).join(' ')), 'what is asked for stands before why').toEqual({ argued, named })
  expect(at[1]).toBeGreaterThan(1)
  await path.fillDetails(person)
  await path.goToCheck()
  await path.expectStage('Check')
  await path.goToSent()
  await page.reload()
  await path.expectSent()

  await path.confirm(await mailbox.confirmLink(person.email))
  await path.expectStage(/On its way|Sent/)
  const letter = await mailbox.waitFor({ replyTo: person.email })
  expect(letter.text).toContain(person.reason)
  await mailbox.waitFor({ to: person.email, says: 'your copy' })
  await page.reload()
  await onBoth(page, () => expect(page.getByText('Accepted by the mail service')).toBeVisible())
})

test('Back and Forward lose nothing, without scripts', async ({ page, person }) => {
  const path = new Path(page, 'on both')
  await path.findMp('SW1A 0AA')
  await path.goToWords()
  await page.getByRole('checkbox', { name: askTitle('talks') }).check()
  await path.goToLetter(person.reason)
  await path.subject.fill('Kept subject')
  await path.body.fill('Kept letter.\n\nIn two paragraphs.')
  await path.fillDetails(person)
  await page.getByRole('checkbox', { name: /updates/ }).check()
  await path.goToCheck()

  await page.goBack()
  await expect(path.field('Full name')).toHaveValue(person.name)
  await expect(page.getByRole('checkbox', { name: /updates/ })).toBeChecked()
  await page.goBack()
  await expect(path.body).toHaveValue('Kept letter.\n\nIn two paragraphs.')
  await expect(path.subject).toHaveValue('Kept subject')
  await page.goBack()
  await expect(path.ownWords).toHaveValue(person.reason)
  await expect(page.getByRole('checkbox', { name: askTitle('talks') })).toBeChecked()
  await expect(page.getByRole('checkbox', { name: askTitle('turkey') })).not.toBeChecked()
  await page.goForward()
  await expect(path.body).toHaveValue('Kept letter.\n\nIn two paragraphs.')
  await page.goForward()
  await expect(path.field('Full name')).toHaveValue(person.name)
  await page.goForward()
  await path.readAgain()
  await expect(path.sheet).toContainText('In two paragraphs.')
  await path.goToSent()
})

test('Back from a page of faults shows what was typed, without scripts', async ({ page, person }) => {
  const path = new Path(page)
  await path.start('SW1A 0AA')
  await path.goToLetter(person.reason)
  await path.fillDetails({ ...person, email: 'not an address' })
  await page.getByRole('button', { name: 'Check your letter' }).click()
  await expect(path.summary).toBeVisible()
  await path.field('E-mail address').fill(person.email)
  await path.goToCheck()
  await page.goBack()
  await expect(path.summary).toBeVisible()
  await expect(path.field('E-mail address')).toHaveValue(person.email)
  await page.goBack()
  await expect(path.field('E-mail address')).toHaveValue('not an address')
  await expect(path.field('Full name')).toHaveValue(person.name)
})

test('the asks can be changed after the letter was seen, without scripts', async ({ page, person }) => {
  const path = new Path(page)
  await path.startWords('SW1A 0AA')
  await page.getByRole('checkbox', { name: askTitle('talks') }).check()
  await path.goToLetter(person.reason)
  expect(asksIn(await path.body.inputValue())).toEqual({ argued: ['talks'], named: [] })
  await path.goToYou()
  await path.field('Full name').fill(person.name)
  await page.getByRole('button', { name: 'Back to the letter' }).click()
  await page.getByRole('button', { name: /Back to your own words/ }).click()
  await expect(path.ownWords).toHaveValue(person.reason)
  await page.getByRole('checkbox', { name: askTitle('talks') }).uncheck()
  for (const ask of ['ceasefire', 'turkey']) await page.getByRole('checkbox', { name: askTitle(ask) }).check()
  await path.goToLetter(`${person.reason} And so I ask.`)
  await expect(path.body).toHaveValue(/And so I ask\./)
  expect(asksIn(await path.body.inputValue())).toEqual({ argued: ['ceasefire', 'turkey'], named: [] })
  await path.goToYou()
  await expect(path.field('Full name')).toHaveValue(person.name)
})

test('a constituency is chosen from the list of all 650, without scripts', async ({ page }) => {
  const path = new Path(page)
  await path.start('SW1A 0AA')
  await page.getByRole('button', { name: 'No, choose my constituency' }).click()
  const list = page.getByRole('combobox', { name: 'Your constituency' })
  await expect(list.getByRole('option')).toHaveCount(651)
  await list.selectOption('Ynys Môn')
  await page.getByRole('button', { name: /^Go on/ }).click()
  await expect(page.getByText('MP for Ynys Môn')).toBeVisible()
  await path.goToLetter('')
  await path.goToYou()
  await expect(path.field('Postcode'), 'carried on, whatever it led to').toHaveValue('SW1A 0AA')
  await page.goto(`${CAMPAIGN}/choose`)
  await page.getByRole('button', { name: /^Go on/ }).click()
  await expect(path.summary).toBeVisible()
})

test('a constituency is searched for by town, without scripts', async ({ page }) => {
  const path = new Path(page)
  await path.start('ZZ99 9ZZ')
  const [text, search] = [
    page.getByRole('textbox', { name: 'Search for it' }),
    page.getByRole('button', { name: 'Search' }),
  ]
  const [choice, goOn] = [
    page.getByRole('radio', { name: 'Middlesbrough and Thornaby East' }),
    page.getByRole('button', { name: /^Go on/ }),
  ]
  await expectReachable(page, text, search)
  await text.fill('middlesborough')
  await search.click()
  await expect(choice).toBeVisible()
  await expectReachable(page, choice, goOn)
  await goOn.click()
  await path.expectFaults('Choose your constituency')
  await choice.check()
  await goOn.click()
  await onBoth(page, () => expect(page.getByText('MP for Middlesbrough and Thornaby East')).toBeVisible())
  await expect(page).toHaveURL(/postcode=ZZ99\+9ZZ/)

  await page.goto(`${CAMPAIGN}/choose?find=atlantis`)
  await path.expectFaults(/called “atlantis”/)
  await expect(page.getByRole('textbox', { name: 'Search for it' })).toHaveValue('atlantis')
})

test('where the third parties do not answer, the constituency is chosen from the list, without scripts', async ({
  page,
  person,
}) => {
  const path = new Path(page)
  await path.start('SE1 6AA')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('cannot look up SE1 6AA')
  await expect(path.summary).toHaveCount(0)
  await page.getByRole('combobox', { name: 'Your constituency' }).selectOption('Bermondsey and Old Southwark')
  await page.getByRole('button', { name: /^Go on/ }).click()
  await expect(page.getByText('MP for Bermondsey and Old Southwark')).toBeVisible()
  await path.goToLetter(person.reason)
  await path.goToYou()
  await expect(path.field('Postcode')).toHaveValue('SE1 6AA')
})

test('a pasted letter’s greeting and end are taken out, and a capital and a full stop put in, at one press each, without scripts', async ({
  page,
  person,
}) => {
  const path = new Path(page)
  await path.startWords('SW1A 0AA')
  await path.ownWords.fill('Dear Rachel,\n\nmy gran still cries\n\nYours sincerely,\nAnn Example\nSW1A 0AA')
  await path.seeLetter.click()
  await expect(path.body).toHaveValue(/^Dear Rachel,\n\nmy gran still cries\n\nYours sincerely,/)
  await expect(page.getByText('Yours sincerely,\nAnn Example\nSW1A 0AA').first()).toBeVisible()
  await page.getByRole('button', { name: 'Take this out' }).click()
  await expect(path.body).toHaveValue(/^my gran still cries\n\n(?!Yours)/)
  await page.getByRole('button', { name: 'Yes, begin with a capital and end with a full stop' }).click()
  await expect(path.body).toHaveValue(/^My gran still cries\.\n\n/)
  await path.body.fill('Dear Ms Blake,\n\nMy gran still cries.\n\nKind regards\nAnn')
  await path.fillDetails(person)
  await path.field('Full name').press('Enter')
  await path.readAgain()
  await expect(path.sheet).toContainText('Kind regards')
  await page.getByRole('button', { name: 'Take this out' }).click()
  await path.readAgain()
  await expect(path.sheet).toHaveText(
    /Dear Rachel Blake,.*My gran still cries\.Yours sincerely,[^,]*Sent through [^.]+\.[^.]+\.[^.]+\.$/,
  )
})

test('a supporter goes on without words of their own: what they typed is left out, and can be put in', async ({
  page,
}) => {
  const path = new Path(page)
  await path.startWords('SW1A 0AA')
  await path.ownWords.fill('My gran still cries.')
  await page.getByRole('button', { name: 'Go on without words of my own' }).click()
  await expect(path.body).not.toHaveValue(/My gran/)
  await page.getByRole('button', { name: 'Put them in' }).click()
  await expect(path.body).toHaveValue(/^My gran still cries\.\n\n/)
})
