import type { Locator, Page } from '@playwright/test'
import { docxOf } from '@/lib/content/import/testing'
import { expectAccessible, expectAnswerAccessible } from './fixtures/accessible'
import { DESK, expectReachable, onBoth, PHONE } from './fixtures/devices'
import { blankCampaign, copyOfTheFirst, part, save, summary, tab } from './fixtures/editor'
import { lateScripts } from './fixtures/late-scripts'
import { signedIn } from './fixtures/staff'
import { takenOver } from './fixtures/taken-over'
import { expect, test } from './fixtures/test'

test.setTimeout(240_000)

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** A statement with a title, a paragraph and one thing asked, as an office program saves it. */
function release(): Promise<Uint8Array> {
  const paragraph = (text: string, list = '') => `<w:p>${list}<w:r><w:t>${text}</w:t></w:r></w:p>`
  const point = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
  return docxOf(
    [
      paragraph('Libraries at risk'),
      paragraph('One library in twenty has closed.'),
      paragraph('We urge ministers:'),
      paragraph('to keep them open', point),
    ].join(''),
  )
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled })

    test('faults are named beside their fields, and nothing that is typed is lost', async ({ page }) => {
      await signedIn(page, 'editor')
      await copyOfTheFirst(page)
      const title = 'x'.repeat(5000)
      await page.getByRole('textbox', { name: 'Title' }).fill(title)
      await save(page)
      await expect(summary(page).getByRole('link')).toHaveText(['Title: at most 90 characters fit, this has 5000.'])
      const field = page.getByRole('textbox', { name: 'Title' })
      await expect(field).toHaveAttribute('aria-invalid', 'true')
      await expect(field).toHaveValue(title)
      await part(page, 'Story').click()
      const story = page.getByRole('textbox', { name: 'Story' })
      await takenOver(story)
      await story.fill('See [this](javascript:alert(1)) and <script>alert(1)</script>.')
      await save(page)
      await expect(summary(page).getByRole('link')).toHaveCount(2)
      await tab(page, 'Publish').click()
      await page.getByRole('button', { name: 'Publish now' }).click()
      await expect(summary(page)).toContainText('It cannot go live yet')
      await page.getByRole('link', { name: /at most 90 characters/ }).click()
      await expect(page.getByRole('textbox', { name: 'Title' })).toHaveAttribute('aria-invalid', 'true')
    })

    test('a press release in a document becomes a first draft, part by part as ticked', async ({ page }) => {
      const look = javaScriptEnabled ? expectAccessible : async () => {}
      await signedIn(page, 'editor')
      await blankCampaign(page)
      await page.getByRole('link', { name: 'From a press release' }).click()
      await look(page, 'a press release to paste or upload')
      const document = page.getByLabel('Or a document')
      const text = page.getByRole('textbox', { name: 'The text of the press release' })
      const read = page.getByRole('button', { name: 'Read it' })
      await document.setInputFiles('public/share.png')
      await read.click()
      await expect(summary(page).getByRole('link')).toHaveText([/^This is no \.docx file/])
      await document.setInputFiles({ name: 'large.docx', mimeType: DOCX, buffer: Buffer.alloc(7 * 1024 * 1024) })
      await read.click()
      await expect(summary(page).getByRole('link')).toHaveText([/5 MB at most/])
      await text.fill('Kept.')
      await document.setInputFiles('public/share.png')
      await read.click()
      await expect(summary(page).getByRole('link')).toHaveText([/^Either paste a text or choose a document/])
      await expect(text).toHaveValue('Kept.')
      await look(page, 'a press release with a fault')
      await text.fill('')
      await document.setInputFiles({ name: 'release.docx', mimeType: DOCX, buffer: Buffer.from(await release()) })
      await read.click()
      await expect(page.getByRole('checkbox', { name: 'Title of the source' })).toBeChecked()
      await expect(page.getByRole('checkbox', { name: '1 ask' })).toHaveAccessibleDescription('Keep them open.')
      await look(page, 'what was found in a press release')
      await page.getByRole('checkbox', { name: 'Title of the source' }).uncheck()
      await page.getByRole('button', { name: 'Take it into the draft' }).click()
      await expect(page.getByRole('textbox', { name: 'Story' })).toHaveValue('One library in twenty has closed.')
      await expect(page.getByRole('status')).toContainText('version 2')
    })

    test('a group of MPs is picked by region, and by a pasted list of MPs’ names', async ({ page }) => {
      await signedIn(page, 'editor')
      await copyOfTheFirst(page)
      await part(page, 'Nations and groups of MPs').click()
      await page.getByRole('button', { name: 'Add a group' }).click()
      const group = page.locator('[id=groups] > ol > li').last()
      await group.getByRole('textbox', { name: 'What you call the group' }).fill('Those who asked')
      const list = group.getByRole('textbox', { name: 'Constituencies or MPs' })
      await list.fill('Rachel Blake MP\nRachel Blake, Westminsta')
      await save(page)
      await expect(list).toHaveValue('Cities of London and Westminster\nCities of London and Westminster')
      await takenOver(list)
      await list.fill('Rachel Blake MP\nRachell Blake')
      await group.getByRole('checkbox', { name: 'London', exact: true }).check()
      await save(page)
      await expect(summary(page).getByRole('link')).toHaveText([
        'Group “Those who asked”, constituencies or MPs: line 2, “Rachell Blake”, is no constituency, and no MP. Do you mean “Rachel Blake”?',
      ])
      if (javaScriptEnabled) await expectAccessible(page, 'a group with a fault')
      await takenOver(list)
      await list.fill('Rachel Blake')
      await save(page)
      await expect(summary(page)).toHaveCount(0)
      await expect(group.getByText('Matches 1 MP: see them')).toBeVisible()
    })

    test('what a campaign rests on is a choice, and the fields follow from it', async ({ page }) => {
      await signedIn(page, 'editor')
      await copyOfTheFirst(page)
      await part(page, 'Source').click()
      const organisation = page.getByRole('textbox', { name: 'Organisation that the source is from' })
      const title = page.getByRole('textbox', { name: 'Title of the source' })
      await page.getByRole('radio', { name: 'No single statement' }).check()
      for (const hidden of [organisation, title]) await expect(hidden).toBeHidden()
      await page.getByRole('radio', { name: 'A statement of our own' }).check()
      await expect(organisation).toBeHidden()
      await expect(title).toBeVisible()
      await takenOver(title)
      await title.fill('')
      await save(page)
      await expect(page).toHaveURL(/saved=1/)
      await expect(summary(page)).toHaveCount(0)
      await page.getByRole('radio', { name: 'A statement by somebody else' }).check()
      await expect(organisation).toHaveValue('Humanitarian Aid Relief Trust')
      await save(page)
      await expect(summary(page).getByRole('link')).toHaveText(['Title of the source: missing.'])
    })
  })
}

test('what is typed is saved by itself, and a letter for any MP follows it', async ({ page }) => {
  await signedIn(page, 'editor')
  await copyOfTheFirst(page)
  await inOneVoice(page)
  await part(page, 'Asks').click()
  await page.getByRole('textbox', { name: 'The letter, for' }).fill('Westminster')
  const letter = page.getByRole('article', { name: 'The letter' })
  await expect(letter).toContainText('Dear Rachel Blake')
  await fillWordings(page, 'A wording that I have just thought of')
  await expect(letter).toContainText('A wording that I have just thought of')
  await expect(page.getByRole('status')).toHaveText(/^Saved as version \d+ at/)
  await page.reload()
  await expect(page.getByRole('textbox', { name: 'Wording 1' }).first()).toHaveValue(
    'A wording that I have just thought of, 1.',
  )
})

test('what is typed before the scripts arrive is saved as well, and the letter follows it', async ({ page }) => {
  await signedIn(page, 'editor')
  await copyOfTheFirst(page)
  await inOneVoice(page)
  const release = await lateScripts(page)
  await part(page, 'Asks').click()
  await fillWordings(page, 'A wording typed early')
  await page.getByRole('textbox', { name: 'The letter, for' }).fill('Westminster')
  release()
  const letter = page.getByRole('article', { name: 'The letter' })
  await expect(letter).toContainText('Dear Rachel Blake')
  await expect(letter).toContainText('A wording typed early')
  await expect(page.getByRole('status')).toHaveText(/^Saved as version \d+ at/)
  await page.reload()
  await expect(page.getByRole('textbox', { name: 'Wording 1' }).first()).toHaveValue('A wording typed early, 1.')
})

test('on a slow line nobody meets themselves: saves wait for one another, and a button for them', async ({ page }) => {
  await signedIn(page, 'editor')
  await page.clock.install()
  await copyOfTheFirst(page)
  const answers: (() => void)[] = []
  // The server saves at once; its answer comes when it is let through.
  await page.route('**/edit/*', async (route) => {
    if (!route.request().postData()?.includes('answer=json')) return route.fallback()
    const response = await route.fetch()
    await new Promise<void>((resolve) => answers.push(resolve))
    await route.fulfill({ response })
  })
  const title = page.getByRole('textbox', { name: 'Title' })
  await title.fill('Typed at first')
  await page.clock.runFor(4000)
  await expect.poll(() => answers.length).toBe(1)
  await title.fill('Typed meanwhile')
  await page.clock.runFor(4000)
  answers[0]?.()
  await expect.poll(() => answers.length).toBe(2)
  await title.fill('Typed in the end')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await title.fill('Typed after pressing')
  expect(answers.length).toBe(2)
  answers[1]?.()
  await expect(page.getByRole('status')).toHaveText('Saved. The draft is version 4.')
  await expect(title).toHaveValue('Typed after pressing')
})

test.describe('without a connection', () => {
  test.use({ allowedComplaints: /ERR_INTERNET_DISCONNECTED|Failed to load resource/ })

  test('the editor says so, keeps what is typed, and saves it once the connection is back', async ({
    page,
    context,
  }) => {
    await signedIn(page, 'editor')
    await copyOfTheFirst(page)
    await context.setOffline(true)
    await page.getByRole('textbox', { name: 'Title' }).fill('Typed on a train')
    await expect(page.getByRole('status')).toContainText('No connection')
    await context.setOffline(false)
    await expect(page.getByRole('status')).toHaveText(/^Saved as version 2 at/)
  })

  test('a session that ends in mid-edit loses nothing', async ({ page, context }) => {
    await signedIn(page, 'editor')
    await copyOfTheFirst(page)
    await context.clearCookies()
    await page.getByRole('textbox', { name: 'Title' }).fill('Typed while signed out')
    await expect(page.getByRole('status')).toContainText('you are signed out')
    const address = page.url()
    await signedIn(page, 'editor')
    await page.goto(address)
    await page.getByRole('button', { name: 'Put it back' }).click()
    await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('Typed while signed out')
  })
})

test('two editors: the second sees what the first changed, field by field, and chooses', async ({ page, browser }) => {
  await signedIn(page, 'editor')
  await copyOfTheFirst(page)
  const address = page.url()
  const other = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  await signedIn(other, 'editor')
  await other.goto(address)
  await page.getByRole('textbox', { name: 'Title' }).fill('The first editor’s title')
  await save(page)
  await other.getByRole('textbox', { name: 'Title' }).fill('The second editor’s title')
  await other.getByRole('textbox', { name: 'Summary' }).fill('The second editor’s summary.')
  await save(other)
  await expect(other.getByRole('heading', { name: /has saved changes since you opened this page/ })).toBeVisible()
  await expect(other.getByRole('deletion').first()).toContainText('Ask')
  await expect(other.getByRole('radio', { name: /^Take/ })).toHaveAccessibleDescription('The first editor’s title')
  await expect(other.getByRole('textbox', { name: 'Summary' })).toHaveValue('The second editor’s summary.')
  // Of a page that has not come whole, its scripts would say so.
  await other.waitForLoadState()
  await expectAnswerAccessible(page, await other.content(), 'two editors')
  await other.getByRole('radio', { name: /^Take/ }).check()
  await save(other)
  await expect(other.getByRole('textbox', { name: 'Title' })).toHaveValue('The first editor’s title')
  await expect(other.getByRole('textbox', { name: 'Summary' })).toHaveValue('The second editor’s summary.')
  await other.context().close()
})

test('a link shows the draft to somebody who is not on the team, and the e-mails come to oneself', async ({
  page,
  browser,
  mailbox,
}) => {
  const { email } = await signedIn(page, 'editor')
  await copyOfTheFirst(page)
  await tab(page, 'Preview').click()
  await page.getByRole('button', { name: 'Make a link' }).click()
  const address = String(await page.getByRole('link', { name: /\/preview\// }).getAttribute('href'))
  const stranger = await (await browser.newContext()).newPage()
  const answer = await stranger.goto(address)
  expect(answer?.status()).toBe(200)
  expect(answer?.headers()['cache-control']).toContain('no-store')
  await expect(stranger.locator('meta[name=robots]')).toHaveAttribute('content', /noindex/)
  const pages = stranger.getByRole('complementary', { name: 'Preview' })
  await pages.getByRole('link', { name: 'Writing' }).click()
  await stranger.getByRole('link', { name: /^Yes, write to/ }).click()
  for (const [button, heading] of [
    ['See your letter', 'Make it yours'],
    ['Go on with this letter', 'Who is writing?'],
    ['Check your letter', 'Check your letter'],
    ['Send my letter', 'Now check your e-mail'],
  ] as const) {
    const [next] = await Promise.all([
      stranger.waitForEvent('response', (each) => each.request().isNavigationRequest() && each.status() === 200),
      stranger.getByRole('button', { name: button }).click(),
    ])
    expect(next.headers()['cache-control']).toContain('no-store')
    await expect(stranger.getByRole('heading', { level: 1 })).toHaveText(heading)
    await expect(stranger.locator('meta[name=robots]')).toHaveAttribute('content', /noindex/)
    await expect(pages).toContainText('Preview of version 1')
    await expectAccessible(stranger, `preview: ${heading}`)
  }
  await stranger.getByRole('link', { name: 'Go on as if the e-mail’s link were opened' }).click()
  await stranger.getByRole('button', { name: /^Yes, send my letter to/ }).click()
  await expect(stranger.getByRole('heading', { level: 1 })).toContainText('Thank you')
  await expectAccessible(stranger, 'preview: thank-you')
  expect(await mailbox.find({ to: 'sam@example.org' })).toEqual([])
  await pages.getByRole('link', { name: 'The e-mails' }).click()
  await expect(stranger.frameLocator('iframe').first().getByRole('heading')).toContainText('Confirm your letter')
  expect((await stranger.goto(address.slice(0, -1)))?.status()).toBe(404)
  const version = /version (\d+)/.exec(
    await page
      .getByText(/^Draft: version|Draft: version/)
      .first()
      .innerText(),
  )?.[1]
  expect(version).toBe('1')
  await stranger.context().close()

  await page.getByRole('link', { name: 'The e-mails' }).click()
  await page.getByRole('button', { name: 'Send me this e-mail The letter to the MP' }).click()
  await expect(page.getByText(`It is sent to ${email}`)).toBeVisible()
  const mail = await mailbox.waitFor({ to: email, subject: /^Preview: / })
  expect(mail.text).toMatch(/^A trial of version 1: [\s\S]*\nDear /)
})

test('a picture is uploaded, with words for those who do not see it; what is none is refused', async ({ page }) => {
  await signedIn(page, 'editor')
  await copyOfTheFirst(page)
  await part(page, 'Sharing').click()
  const upload = page.getByRole('button', { name: 'Upload', exact: true })
  await page.locator('input[type=file]').setInputFiles({
    name: 'x.png',
    mimeType: 'image/png',
    buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
  })
  await upload.click()
  await expect(summary(page).getByRole('link')).toHaveText([/Say what the picture shows/, /PNG, JPEG, WebP or AVIF/])
  await expectAccessible(page, 'a picture that is refused')
  await page.locator('input[type=file]').setInputFiles('public/share.png')
  await page.getByRole('textbox', { name: 'The picture in words' }).last().fill('An envelope')
  await upload.click()
  await expect(page.getByRole('img', { name: 'An envelope' })).toBeVisible()
  const source = await page.getByRole('img', { name: 'An envelope' }).getAttribute('src')
  const picture = await page.request.get(String(source))
  expect([picture.status(), picture.headers()['content-type']]).toEqual([200, 'image/jpeg'])
})

test('the editor is accessible, part by part, and is worked by keyboard alone', async ({ page }) => {
  test.slow()
  await signedIn(page, 'editor')
  await page.goto('/staff/campaigns/new')
  await expectAccessible(page, 'a new campaign')
  await copyOfTheFirst(page)
  for (const name of await page
    .getByRole('navigation', { name: 'Parts of the text' })
    .getByRole('link')
    .allInnerTexts()) {
    await onBoth(page, async ({ width }) => {
      if (width === PHONE.width) await page.getByText(/^Part \d+ of \d+$/).click()
      await part(page, name).click({ trial: true })
    })
    await part(page, name).click()
    await onBoth(page, () => expect(page.getByRole('heading', { name, level: 1, exact: true })).toBeVisible())
    await expectAccessible(page, name)
  }
  await tab(page, 'Overview').click()
  for (const name of ['Overview', 'Preview', 'Publish', 'Versions', 'Spread it']) {
    await expectReachable(page, tab(page, name))
    await tab(page, name).click()
    await expect(tab(page, name)).toHaveAttribute('aria-current', 'page')
    await expectAccessible(page, name)
  }
  await tab(page, 'Text').click()
  await page.getByRole('textbox', { name: 'Title' }).focus()
  await page.keyboard.press('Control+A')
  await page.keyboard.type('Typed by keyboard')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status')).toContainText('version 2')
  await part(page, 'Asks').focus()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: /^Move down Ask “Call/ }).focus()
  await page.keyboard.press('Enter')
  await expect(page.locator('[id=asks] h2').nth(1)).toContainText('Call for an immediate ceasefire')
})

test('in every part of a blank campaign the first field is in sight, nothing ends under the bar, and the title names the part, on a phone and on a desk', async ({
  page,
}) => {
  await signedIn(page, 'editor')
  await blankCampaign(page)
  const heights: string[] = []
  const addresses = await page
    .getByRole('navigation', { name: 'Parts of the text' })
    .getByRole('link')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
  expect(addresses.length).toBeGreaterThan(10)
  for (const address of addresses) {
    await page.goto(address)
    await onBoth(page, async ({ width }) => {
      const y = await page.evaluate(firstFieldAt)
      heights.push(`${address.split('/').at(-1)}, ${width} px wide: ${y}`)
      const most = width === DESK.width ? 400 : 500
      expect.soft(y, `${address}, ${width} px wide`).toBeLessThan(most)
      expect.soft(await page.evaluate(underTheBar), `${address}, ${width} px wide`).toEqual([])
    })
    const named = await page.getByRole('heading', { level: 1 }).innerText()
    expect.soft(await page.title(), address).toMatch(new RegExp(`^${named} – `))
  }
  console.info(`First fields, pixels from the top: ${heights.join('; ')}.`)
})

/** What the bar covers of what the page ends with, and of what has the focus. */
function underTheBar(): string[] {
  const { top = 0, bottom = 0 } = document.querySelector('.draft-bar')?.getBoundingClientRect() ?? {}
  const isUnder = (each: Element | null | undefined) => !each || each.getBoundingClientRect().bottom > top
  window.scrollTo(0, document.documentElement.scrollHeight)
  const found = isUnder(document.querySelector('main')?.lastElementChild) ? ['the end'] : []
  if (bottom !== window.innerHeight) found.push('what shows below it')
  window.scrollTo(0, 0)
  const last = [...document.querySelectorAll<HTMLElement>('#part-form :is(button, summary, textarea)')].findLast(
    (each) => each.checkVisibility() && each.tabIndex >= 0,
  )
  last?.blur()
  last?.focus()
  if (last && isUnder(last)) found.push(`${last.tagName}, in focus`)
  return found
}

/** How far down the first field of a part stands, or what adds one; of the e-mails, what opens the first one's. */
function firstFieldAt(): number {
  window.scrollTo(0, 0)
  const fields = document.querySelectorAll(
    ':is(#first-field, #picture-form) :is(input:not([type=hidden]), textarea, select, button, [id^=email-] summary)',
  )
  const first = [...fields].find((each) => each.checkVisibility())
  return Math.round(first?.getBoundingClientRect().top ?? Number.POSITIVE_INFINITY)
}

test('an editor presses through alternatives by keyboard, and sees three letters of what is typed', async ({
  page,
}) => {
  await signedIn(page, 'editor')
  await copyOfTheFirst(page)
  await inOneVoice(page)
  await part(page, 'The rest of the letter').click()
  const box = page.getByRole('textbox', { name: 'Close 1', exact: true })
  await takenOver(box)
  const typed = 'Thank you {for reading|for your help}, says {nation}.'
  await box.fill(typed)
  const chip = page.getByRole('group', { name: 'How close 1 reads' }).getByRole('button')
  await expect(chip).toHaveText(/^for reading, alternative 1 of 2$/)
  await chip.focus()
  await page.keyboard.press('Enter')
  await expect(chip).toHaveText(/^for your help, alternative 2 of 2$/)
  await page.keyboard.press('Space')
  await expect(chip).toHaveText(/^for reading, alternative 1 of 2$/)
  await expect(box).toHaveValue(typed)
  for (const close of await page.getByRole('textbox', { name: /^Close \d+$/ }).all())
    await close.fill('They asks me this.')
  await page.getByText('Three letters beside each other').click()
  const letters = page.getByRole('article', { name: /^Letter \d$/ })
  await expect(letters).toHaveCount(3)
  for (const letter of await letters.all()) await expect(letter).toContainText('They asks me this.')
})

test('buttons format what is selected, by mouse and by keyboard', async ({ page }) => {
  await signedIn(page, 'editor')
  await copyOfTheFirst(page)
  await part(page, 'Story').click()
  const field = page.getByRole('textbox', { name: 'Story' })
  const bar = page.getByRole('toolbar', { name: 'Format: Story' })
  await expect(bar).toBeVisible()
  await field.fill('Many have fled')
  await field.selectText()
  await bar.getByRole('button', { name: 'Bold' }).click()
  await expect(field).toHaveValue('**Many have fled**')
  await bar.getByRole('button', { name: 'List' }).click()
  await expect(field).toHaveValue('- **Many have fled**')
  await field.fill('Many')
  await field.press('ControlOrMeta+A')
  await field.press('Tab')
  await expect(bar.getByRole('button', { name: 'Bold' })).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expect(field).toHaveValue('_Many_')
  await field.press('ControlOrMeta+A')
  await field.press('Tab')
  await page.keyboard.press('ArrowRight')
  await expect(bar.getByRole('button', { name: 'Link' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(field).toHaveValue('[_Many_](url)')
  await expect(page.getByRole('status')).toHaveText(/^Saved as version \d+ at/)
})

test('an editor drags an ask to another place: it is saved', async ({ page }) => {
  await signedIn(page, 'editor')
  await copyOfTheFirst(page)
  await part(page, 'Asks').click()
  const asks = page.locator('[id=asks] h2')
  await expect(page.locator('[data-handle][data-on]')).not.toHaveCount(0)
  const [first, second] = await asks.allInnerTexts()
  await dragSecondToTop(page)
  await expect(asks.first()).toHaveText(String(second))
  await expect(page.getByRole('status')).toHaveText(/^Saved as version 2 at/)
  await page.reload()
  await expect(asks.nth(1)).toHaveText(String(first))
})

test('an editor drags a contact to another place', async ({ page }) => {
  await signedIn(page, 'editor')
  await copyOfTheFirst(page)
  await part(page, 'Press contacts').click()
  const items = page.locator('[id=contacts] h2')
  await expect(items.first()).toHaveText('Contact “Caroline Cox”')
  await expect(page.locator('[data-handle][data-on]')).toHaveCount(2)
  await dragSecondToTop(page)
  await expect(items.first()).toHaveText('Contact “David Thomas”')
})

/** Takes the other voices out: which voice a letter has depends on all that is written. */
async function inOneVoice(page: Page): Promise<void> {
  await part(page, 'Voices').click()
  const remove = page.getByRole('button', { name: /^Remove Voice “/ })
  // None are counted on the page before, which a slow machine shows for a while yet.
  await expect(remove.first()).toBeVisible()
  for (let left = await remove.count(); left > 0; left -= 1) {
    await remove.first().click()
    await expect(remove).toHaveCount(left - 1)
  }
}

/** Each wording of each ask anew, no two alike. */
async function fillWordings(page: Page, text: string): Promise<void> {
  const wordings = page.getByRole('textbox', { name: /^Wording \d+/ })
  // Wherever the page has come so far, none of its fields is left out.
  await expect(page.locator('[id=asks] > :last-child')).toBeVisible()
  for (const [at, wording] of (await wordings.all()).entries()) await wording.fill(`${text}, ${at + 1}.`)
}

async function dragSecondToTop(page: Page): Promise<void> {
  await page.locator('[data-handle]').nth(1).hover()
  await page.mouse.down()
  const above = await page.locator('[data-handle]').first().boundingBox()
  await page.mouse.move(above?.x ?? 0, (above?.y ?? 0) + 40, { steps: 12 })
  await page.mouse.move(above?.x ?? 0, above?.y ?? 0, { steps: 12 })
  await page.mouse.up()
}

test('wordings are pasted, added, doubled and taken out without a page load, and all of it can be undone', async ({
  page,
}) => {
  await signedIn(page, 'editor')
  await copyOfTheFirst(page)
  await part(page, 'Asks').click()
  await expect(page).toHaveURL(/\/edit\/asks/)
  await page.waitForLoadState()
  await takenOver(page.getByRole('button', { name: 'Add an ask' }))
  let loads = 0
  page.on('request', (request) => {
    if (request.isNavigationRequest()) loads += 1
  })
  await page.getByRole('button', { name: 'Add an ask' }).click()
  const ask = page.locator('[id=asks] > ol > li').last()
  await expect(ask).toBeFocused()
  const boxes = ask.getByRole('textbox', { name: /^Wording \d+$/ })
  await expect(boxes).toHaveCount(4)
  await ask.getByRole('textbox', { name: 'Title' }).fill('Answer us')
  await paste(boxes.first(), 'One wording of it.\n\nAnother that is\nlonger.\n\nA third.\n\nA fourth.\n\nA fifth.')
  await expect(boxes).toHaveCount(5)
  await expect(boxes.nth(1)).toHaveValue('Another that is longer.')
  await ask.getByRole('button', { name: 'Remove wording 3' }).click()
  await expect(boxes).toHaveCount(4)
  await expect(boxes.nth(2)).toHaveValue('A fourth.')
  await ask.getByRole('button', { name: 'Put it back' }).click()
  await expect(boxes.nth(2)).toHaveValue('A third.')
  await expect(page.getByRole('status')).toHaveText(/^Saved as version \d+ at/)
  await expect(page.getByText(/^Draft: version [3-9]$/).first()).toBeVisible()
  await page.getByRole('button', { name: /^Remove Ask “Answer us”/ }).click()
  await expect(page.getByRole('heading', { name: 'Ask “Answer us”' })).toHaveCount(0)
  await page.getByRole('button', { name: /^Undo/ }).click()
  await expect(page.getByRole('heading', { name: 'Ask “Answer us”' })).toBeVisible()
  await expect(boxes.nth(4)).toHaveValue('A fifth.')
  expect(loads).toBe(0)
  await page.getByRole('button', { name: /^Redo/ }).click()
  await expect(page.getByRole('heading', { name: 'Ask “Answer us”' })).toHaveCount(0)
})

test('whoever leaves a part while they type takes nothing back: the page that they go to has it', async ({ page }) => {
  await signedIn(page, 'editor')
  await copyOfTheFirst(page)
  const title = page.getByRole('textbox', { name: 'Title' })
  await takenOver(title)
  const before = await title.inputValue()
  for (const [at, text] of ['Typed first', 'Typed again', before].entries()) {
    await title.fill(text)
    await expect(page.getByRole('status')).toHaveText(new RegExp(`^Saved as version ${at + 2} at`))
    // The page around it follows, and the next change is one of that version.
    await expect(page.getByText(`Draft: version ${at + 2}`).first()).toBeVisible()
  }
  await title.fill('Typed and left at once')
  await tab(page, 'Publish').click()
  await expect(page.getByRole('heading', { name: 'Publish', level: 1 })).toBeVisible()
  await expect(page.getByText('Typed and left at once').first()).toBeVisible()
})

/** Pastes a text as a word processor gives it. */
async function paste(box: Locator, text: string): Promise<void> {
  await box.evaluate((element, pasted) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', pasted)
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, text)
}
