import type { Page } from '@playwright/test'
import { asksIn, askTitle } from './fixtures/campaign'
import { expectReachable, onBoth, PHONE } from './fixtures/devices'
import { seats } from './fixtures/directory'
import { lateScripts } from './fixtures/late-scripts'
import { linkIn } from './fixtures/mailbox'
import { Path, WRITE } from './fixtures/path'
import { expect, test } from './fixtures/test'

const MP = 'Rachel Blake'
const MP_EMAIL = /^rachel\.blake\.mp@parliament\.uk$/
const SEAT = 'Cities of London and Westminster'

test('the first screen of a phone says how old the source is, beside the field for a postcode', async ({ page }) => {
  await page.setViewportSize(PHONE)
  await page.goto('/campaigns/artsakh-ceasefire')
  await expect(page.getByText(/6 October 2020.+what has come of it/)).toBeInViewport({ ratio: 1 })
  await expect(page.getByRole('textbox', { name: 'Your postcode' })).toBeInViewport({ ratio: 1 })
})

test('a supporter writes a letter of their own, confirms it, and the MP gets it', async ({ page, person, mailbox }) => {
  const path = new Path(page, 'on both')
  await path.findMp('sw1a0aa')
  await path.expectStage('Your MP')
  await onBoth(page, () => path.expectMp(MP, SEAT))
  await path.goToWords()
  for (const box of await page.getByRole('checkbox').all()) await expect(box).not.toBeChecked()
  for (const ask of ['ceasefire', 'talks']) await page.getByRole('checkbox', { name: askTitle(ask) }).check()
  await path.goToLetter(person.reason)

  await path.expectStage('Your letter')
  await expect(path.body).toHaveValue(new RegExp(`^${person.reason.slice(0, 40)}`))
  expect(asksIn(await path.body.inputValue())).toEqual({ argued: ['ceasefire', 'talks'], named: [] })
  await path.subject.fill('A letter about Stepanakert')
  await path.body.press('ControlOrMeta+End')
  await path.body.pressSequentially('\n\nI would be glad of an answer by post.')
  await path.fillDetails({ ...person, address2: 'Flat 2' })
  await page.getByRole('checkbox', { name: /updates/ }).check()
  await path.goToCheck()

  await path.expectStage('Check')
  for (const shown of [person.name, person.address1, 'Flat 2', person.town, 'SW1A 0AA', `${MP} MP`]) {
    await expect(path.sheet).toContainText(shown)
  }
  for (const shown of [
    `Dear ${MP},`,
    'A letter about Stepanakert',
    person.reason,
    'answer by post',
    'Yours sincerely',
  ]) {
    await expect(path.sheet).toContainText(shown)
  }
  await onBoth(page, async () => {
    await expect(page.getByText(person.email, { exact: true }).first()).toBeVisible()
    await expect(page.getByText('Yes, by e-mail, on this campaign')).toBeVisible()
  })
  await path.goToSent()
  await path.expectStage('Confirm')
  await onBoth(page, () => expect(page.getByText(person.email)).toBeVisible())

  const link = await mailbox.confirmLink(person.email)
  await page.goto(link)
  await page.reload()
  expect(await mailbox.find({ replyTo: person.email }), 'opening the link sends nothing').toEqual([])
  await path.confirm(link)
  await path.expectStage(/On its way|Sent/)

  const letter = await mailbox.waitFor({ replyTo: person.email })
  expect(letter.to).toMatch(MP_EMAIL)
  expect(letter.from).toContain(person.name)
  expect(letter.from).not.toContain(person.email)
  expect(letter.subject).toBe('A letter about Stepanakert')
  for (const said of [`Dear ${MP},`, person.reason, 'by post', person.address1, 'Flat 2', person.town, 'SW1A 0AA']) {
    expect(letter.text).toContain(said)
    expect(letter.html).toContain(said)
  }
  const copy = await mailbox.waitFor({ to: person.email, says: 'your copy' })
  expect(copy.text).toContain(person.reason)

  await onBoth(page, async () => {
    await expect(page.getByRole('heading', { level: 1 })).toContainText(/sent|thank you/i)
    await expect(page.getByText('Accepted by the mail service')).toBeVisible()
  })

  await page.goto(linkIn(letter, 'verify'))
  await onBoth(page, async () => {
    await expect(page.getByText(`In ${SEAT}`)).toBeVisible()
    await expect(page.getByText(/\d+% of the text/)).toBeVisible()
  })
  await expect(page.getByText(person.name)).toHaveCount(0)

  await page.goto(link)
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/already confirmed/i)
  await expectReachable(page, page.getByRole('button').last())
  await page.getByRole('button').last().click()
  await onBoth(page, () => expect(page.getByText(/already confirmed/i)).toBeVisible())
  expect(await mailbox.find({ replyTo: person.email })).toHaveLength(1)
})

test('the measure follows every key: how many words, and how many are their own', async ({ page, person }) => {
  const path = new Path(page)
  await path.start('SW1A 0AA')
  await path.goToLetter('')
  await expect(page.getByText('0% your own words')).toBeVisible()
  const words = async () => Number(/(\d+) words?\./.exec((await page.locator('#body-count').textContent()) ?? '')?.[1])
  const before = await words()
  await path.body.press('ControlOrMeta+Home')
  await path.body.pressSequentially(`${person.reason}\n\n`)
  await expect.poll(words).toBe(before + person.reason.split(' ').length)
  await expect(page.getByText(/\b(?!0%)\d+% your own words/)).toBeVisible()
  await path.body.fill('Stop.')
  await expect.poll(words).toBe(1)
  await expect(page.getByText(/your own words$/), 'of one word nothing is told').toHaveCount(0)
  await expect(path.body).toHaveAccessibleDescription(/^1 word\. A few sentences/)
  await expect(page.getByRole('status').filter({ hasText: /^1 word\. A few sentences/ })).toBeAttached()
})

test('a letter that was begun is offered on return, in this browser only, and is gone once sent', async ({
  page,
  person,
  browser,
}) => {
  const path = new Path(page)
  await path.findMp('SW1A 0AA')
  await path.goToWords()
  await path.ownWords.fill(person.reason)
  await expect.poll(() => keptIn(page)).not.toEqual([])
  await path.goToLetter(person.reason)
  await path.body.fill('My own letter, begun on Monday.')
  await path.fillDetails(person)
  await expect.poll(() => keptText(page)).toContain(person.town)

  await path.findMp('SW1A 0AA')
  await path.goToWords()
  await expect(path.ownWords).toHaveValue('')
  await page.getByRole('button', { name: 'Carry on' }).click()
  await path.expectStage('About you')
  await expect(path.field('Full name')).toHaveValue(person.name)
  await page.getByRole('button', { name: 'Back to the letter' }).click()
  await expect(path.body).toHaveValue('My own letter, begun on Monday.')

  await page.goto('/')
  await page.getByRole('button', { name: 'Carry on' }).click()
  await expect(path.body, 'from the campaign’s page, where one was').toHaveValue('My own letter, begun on Monday.')
  await path.goToYou()
  await expect(path.field('Town or city')).toHaveValue(person.town)
  await path.goToCheck()
  await expect(path.sheet).toContainText('My own letter, begun on Monday.')

  const stranger = await browser.newPage()
  await stranger.goto(new URL(`${WRITE}?postcode=SW1A+0AA`, page.url()).href)
  await new Path(stranger).goToWords()
  await expect(stranger.getByRole('button', { name: 'Carry on' })).toHaveCount(0)
  await stranger.close()

  await path.send.click()
  await path.expectSent()
  await expect.poll(() => keptIn(page)).toEqual([])
  await path.findMp('SW1A 0AA')
  await path.goToWords()
  await expect(path.ownWords).toHaveValue('')
  await expect(page.getByRole('button', { name: 'Carry on' })).toHaveCount(0)
})

test('what was kept of a letter before a press changed it is not offered over it', async ({ page, person }) => {
  const path = new Path(page)
  await path.start('SW1A 0AA')
  await path.goToLetter('My gran still cries.')
  await path.body.fill('Dear Ms Blake,\n\nMy gran still cries.\n\nKind regards\nAnn')
  await path.fillDetails(person)
  await path.goToCheck()
  await page.getByRole('button', { name: 'Take this out' }).click()
  await expect(page.getByRole('button', { name: 'Take this out' })).toHaveCount(0)
  await path.readAgain()
  await expect(path.sheet).not.toContainText('Kind regards')
  await page.getByRole('button', { name: 'Change the letter' }).click()
  await expect(path.body).toHaveValue('My gran still cries.')
  await expect.poll(() => keptText(page)).not.toContain('Kind regards')
  await expect(page.getByRole('button', { name: 'Carry on' })).toHaveCount(0)
})

test('a letter that was begun can be dropped', async ({ page, person }) => {
  const path = new Path(page)
  await path.startWords('SW1A 0AA')
  await path.ownWords.fill(person.reason)
  await expect.poll(() => keptIn(page)).not.toEqual([])
  await path.startWords('SW1A 0AA')
  await page.getByRole('button', { name: 'Start afresh' }).click()
  await expect(path.ownWords).toHaveValue('')
  await expect.poll(() => keptIn(page)).toEqual([])
})

test('Back keeps everything, from the check page to the postcode and forward again', async ({ page, person }) => {
  const path = new Path(page, 'on both')
  await path.findMp('SW1A 0AA')
  await path.goToWords()
  await page.getByRole('checkbox', { name: askTitle('military-aid') }).check()
  await path.goToLetter(person.reason)
  await path.subject.fill('Kept subject')
  await path.body.fill('Kept letter.\n\nIn two paragraphs.')
  await path.fillDetails(person)
  await page.getByRole('checkbox', { name: /updates/ }).check()
  await path.goToCheck()

  await page.goBack()
  await expect(path.field('Full name')).toHaveValue(person.name)
  await expect(path.field('E-mail address')).toHaveValue(person.email)
  await expect(page.getByRole('checkbox', { name: /updates/ })).toBeChecked()
  await page.goBack()
  await expect(path.body).toHaveValue('Kept letter.\n\nIn two paragraphs.')
  await expect(path.subject).toHaveValue('Kept subject')
  await page.goBack()
  await expect(path.ownWords).toHaveValue(person.reason)
  await expect(page.getByRole('checkbox', { name: askTitle('military-aid') })).toBeChecked()
  await expect(page.getByRole('checkbox', { name: askTitle('turkey') })).not.toBeChecked()
  await page.goBack()
  await path.expectMp(MP, SEAT)
  await page.goBack()
  await expect(path.postcode).toHaveValue('SW1A 0AA')
  await page.goForward()
  await page.goForward()
  await expect(path.ownWords).toHaveValue(person.reason)
  await page.goForward()
  await expect(path.body).toHaveValue('Kept letter.\n\nIn two paragraphs.')
  await path.goToCheck()
  await expect(path.sheet).toContainText('In two paragraphs.')
})

test('what is typed before the scripts arrive is neither lost nor left out of the draft', async ({ page, person }) => {
  const path = new Path(page, 'on both')
  const release = await lateScripts(page)
  await page.goto('/', { waitUntil: 'commit' })
  await path.postcode.fill('SW1A 0AA')
  await path.postcode.press('Enter')
  await path.goToWords()
  await path.ownWords.fill(person.reason)
  await path.seeLetter.click()
  await path.subject.fill('Typed early')
  await path.body.fill('Typed before any script ran.')
  release()

  await expect(page.getByText('5 words.')).toBeVisible()
  await expect.poll(() => keptText(page), 'kept without another key').toContain('Typed before any script ran.')
  await expect(path.body).toHaveValue('Typed before any script ran.')
  await expect(path.subject).toHaveValue('Typed early')
  await path.fillDetails(person)
  await path.goToCheck()
  await expect(path.sheet).toContainText('Typed before any script ran.')
  await page.goBack()
  await page.goBack()
  await expect(path.body).toHaveValue('Typed before any script ran.')
  await expect(path.subject).toHaveValue('Typed early')
})

test('the links of the check page go back to every part, and nothing is lost', async ({ page, person }) => {
  const path = new Path(page)
  await path.start('SW1A 0AA')
  await path.goToLetter(person.reason)
  await path.body.fill('Changed by hand.')
  await path.fillDetails(person)
  await path.goToCheck()
  for (const what of ['your name and address', 'your e-mail address', 'whether you get updates']) {
    await page.getByRole('button', { name: `Change ${what}` }).click()
    await expect(path.field('Full name')).toHaveValue(person.name)
    await path.goToCheck()
  }
  await page.getByRole('button', { name: 'Change the letter' }).click()
  await expect(path.body).toHaveValue('Changed by hand.')
  await page.getByRole('button', { name: /Back to your own words/ }).click()
  await expect(path.ownWords).toHaveValue(person.reason)
  await page.getByRole('checkbox', { name: askTitle('turkey') }).check()
  await path.seeLetter.click()
  await expect(path.body, 'a text changed by hand is not replaced').toHaveValue('Changed by hand.')
  await page.getByRole('button', { name: /Start again from my choices/ }).click()
  await expect(path.body).toHaveValue(new RegExp(`^${person.reason.slice(0, 30)}`))
  expect(asksIn(await path.body.inputValue())).toEqual({ argued: ['turkey'], named: [] })
  await path.goToYou()
  await expect(path.field('Full name')).toHaveValue(person.name)
})

test('loading any page of the letter again posts nothing and loses nothing', async ({ page, person }) => {
  const path = new Path(page)
  const posts: string[] = []
  await path.startWords('SW1A 0AA')
  await path.ownWords.fill(person.reason)
  await expect.poll(() => keptText(page)).toContain(person.reason)
  await page.reload()
  await expect(path.ownWords).toHaveValue(person.reason)
  await path.goToLetter(person.reason)
  await path.body.fill('Typed, and not sent.')
  page.on('request', (request) => request.isNavigationRequest() && posts.push(request.method()))
  await page.reload()
  await expect(path.body).toHaveValue('Typed, and not sent.')
  expect(posts[0], 'the page is asked for first').toBe('GET')
  await path.goToYou()
  await path.field('Full name').fill(person.name)
  await path.field('Postcode').fill('SW1A 1A')
  await page.reload()
  await expect(path.field('Full name')).toHaveValue(person.name)
  await expect(path.field('Postcode')).toHaveValue('SW1A 1A')
  await path.field('Postcode').fill('SW1A 0AA')
  await path.fillDetails(person)
  await path.goToCheck()
  await page.reload()
  await path.expectStage('Check')
  await expect(page.getByText(person.email, { exact: true }).first()).toBeVisible()
  await path.send.click()
  await path.expectSent()
})

test('on Back to the page of another MP, the letter goes to the one of that page', async ({ page, person }) => {
  const path = new Path(page)
  await page.goto(`${WRITE}/E14001172/words`)
  await path.ownWords.fill('Typed for the first.')
  await page.goto(`${WRITE}/${seats.find(({ name }) => name === 'Leeds North West')?.code}/words`)
  await page.getByRole('button', { name: 'Carry on' }).click()
  await expect(path.ownWords).toHaveValue('Typed for the first.')
  await path.goToLetter(person.reason)
  await expect(page.getByText(/^Dear .+,$/)).not.toHaveText(`Dear ${MP},`)
  await page.goBack()
  await page.goBack()
  await expect(path.ownWords).toHaveValue(person.reason)
  await path.goToLetter(person.reason)
  await expect(page.getByText(/^Dear .+,$/)).toHaveText(`Dear ${MP},`)
})

test('an address of a letter’s page answers whoever has nothing kept', async ({ page }) => {
  const path = new Path(page)
  for (const stage of ['words', 'letter', 'you', 'check']) {
    const answer = await page.goto(`${WRITE}/E14001172/${stage}`)
    expect(answer?.status()).toBe(200)
    await path.expectStage('Your words')
  }
  expect((await page.goto(WRITE))?.status()).toBe(200)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Find your MP')
  for (const nothing of ['E14001172/sent', 'E99999999', 'E99999999/words', 'x']) {
    expect((await page.goto(`${WRITE}/${nothing}`))?.status()).toBe(404)
  }
})

test('a double click on Send sends one letter', async ({ page, person, mailbox }) => {
  const path = new Path(page)
  await path.start('SW1A 0AA')
  await path.goToLetter(person.reason)
  await path.fillDetails(person)
  await path.goToCheck()
  await path.send.dblclick()
  await path.expectSent()
  await path.confirm(await mailbox.confirmLink(person.email))
  await mailbox.waitFor({ to: person.email, says: 'your copy' })
  expect(await mailbox.find({ to: person.email })).toHaveLength(2)
  expect(await mailbox.find({ replyTo: person.email })).toHaveLength(1)
})

test('one person in two tabs writes two letters, of which one counts', async ({ page, context, person, mailbox }) => {
  const second = await context.newPage()
  const paths = [new Path(page), new Path(second)]
  for (const [i, path] of paths.entries()) {
    await path.start('SW1A 0AA')
    await path.goToLetter('')
    await path.body.fill(`This is the letter of tab ${i + 1}.`)
    await path.fillDetails(person)
  }
  await page.reload()
  for (const [i, path] of paths.entries()) {
    await path.goToCheck()
    await expect(path.sheet, 'each tab keeps its own letter').toContainText(`letter of tab ${i + 1}.`)
  }
  for (const path of paths) {
    await path.send.click()
    await path.expectSent()
  }
  await expect.poll(async () => (await mailbox.find({ to: person.email })).length).toBe(2)
  const [later, earlier] = (await mailbox.find({ to: person.email })).map((mail) => linkIn(mail, 'confirm'))
  await new Path(page).confirm(String(earlier))
  await second.goto(String(later))
  await second.getByRole('button').last().click()
  await expect(second.getByText(/earlier letter stands/i)).toBeVisible()
  await mailbox.waitFor({ to: person.email, says: 'your copy' })
  expect(await mailbox.find({ replyTo: person.email })).toHaveLength(1)
})

/** The letters that this browser keeps. */
function keptIn(page: Page): Promise<string[]> {
  return page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('dear-mp:draft:')))
}

function keptText(page: Page): Promise<string> {
  return page.evaluate(() => Object.values(localStorage).join('\n'))
}
