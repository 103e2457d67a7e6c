import { brokenWords } from './fixtures/broken-words'
import { PHONE } from './fixtures/devices'
import { seats } from './fixtures/directory'
import { CAMPAIGN, Path } from './fixtures/path'
import { expect, test } from './fixtures/test'

const LINE_OF_WHO_RUNS_IT = 28

test.use({ viewport: PHONE })

for (const javaScriptEnabled of [true, false]) {
  test.describe(`with scripts ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled })

    test('the first screen holds the postcode; from below the form one press leads back to it', async ({ page }) => {
      await page.goto(CAMPAIGN)
      const field = page.getByRole('textbox', { name: 'Your postcode' })
      const back = page.getByRole('link', { name: 'Find your MP' })
      await expect(field).toBeInViewport({ ratio: 1 })
      await expect(page.getByRole('button', { name: 'Find your MP' })).toBeInViewport({ ratio: 1 })
      await expect(back).not.toBeInViewport()
      // Where somebody is named as running it, a line on top says so.
      const kept = await page.getByText('28 days', { exact: true }).boundingBox()
      expect((kept?.y ?? Infinity) + (kept?.height ?? 0)).toBeLessThanOrEqual(PHONE.height - LINE_OF_WHO_RUNS_IT)
      for (const heading of ['What was happening', 'So far', 'Questions people ask']) {
        await page.getByRole('heading', { name: heading }).scrollIntoViewIfNeeded()
        await expect(field).not.toBeInViewport()
        await expect(back).toBeInViewport({ ratio: 1 })
      }
      await back.click()
      await expect(field).toBeInViewport({ ratio: 1 })
      await expect(field).toBeFocused()
      await expect(back).not.toBeInViewport()
    })
  })
}

test('what has the focus is never below the way back', async ({ page }) => {
  await page.goto(CAMPAIGN)
  const covered = new Set<string>()
  for (let at = 0; at < 50; at += 1) {
    await page.keyboard.press('Tab')
    covered.add(await page.evaluate(coveredByTheWayBack))
  }
  expect([...covered]).toEqual([''])
})

/** What has the focus where the way back lies over it; empty where it does not. */
function coveredByTheWayBack(): string {
  const focused = document.activeElement
  const bar = document.querySelector('.way-back > div')?.getBoundingClientRect()
  // At the end of the page the focus goes to the browser, and the page itself has none.
  if (!focused || !bar || focused === document.body || focused.closest('.way-back')) return ''
  const { top, bottom } = focused.getBoundingClientRect()
  return bottom > bar.top && top < bar.bottom && top < innerHeight ? (focused.textContent ?? focused.id) : ''
}

test('a friend’s link greets by its constituency and names nobody, and a postcode has room in its field', async ({
  page,
}) => {
  await page.goto(`${CAMPAIGN}/from/E14001172?by=abcdefghij`)
  await expect(page.getByText(/Cities of London and Westminster.*asks? you to write/)).toBeInViewport({ ratio: 1 })
  const field = page.getByRole('textbox', { name: 'Your postcode' })
  await expect(field).toBeInViewport({ ratio: 1 })
  // One of the widest, seen whole.
  await field.fill('WC2N 4MM')
  expect(await field.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0)
  const button = page.getByRole('button', { name: 'Find your MP' })
  expect(await button.evaluate(roomBesideWords), 'the button’s words stand clear of its edges').toBeGreaterThan(8)
  const [left, right] = [await field.boundingBox(), await button.boundingBox()]
  expect(right?.y, 'it stands beside the field').toBe(left?.y)
})

function roomBesideWords(button: HTMLElement): number {
  const words = document.createRange()
  words.selectNodeContents(button.firstChild ?? button)
  return words.getBoundingClientRect().left - button.getBoundingClientRect().left
}

test('printed, no words are lighter than the paper lets one read: browsers print no ground', async ({ page }) => {
  const write = `${CAMPAIGN}/write/E14001172`
  for (const path of [CAMPAIGN, `${CAMPAIGN}/map`, write, `${write}/words`, '/privacy', '/my-data']) {
    await page.goto(path)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ media: 'print', colorScheme })
      expect(await page.evaluate(lightWords), `${path}, ${colorScheme}`).toEqual([])
    }
  }
})

/** What is written in a colour that is near white, where the ground need not be printed. */
function lightWords(): string[] {
  return [...document.querySelectorAll<HTMLElement>('body *')].flatMap((element) => {
    const { color, printColorAdjust } = getComputedStyle(element)
    const own = [...element.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE)
    const words = own.map(({ textContent }) => textContent?.trim() ?? '').join(' ')
    const [red = 0, green = 0, blue = 0] = (color.match(/[\d.]+/g) ?? []).map(Number)
    const isLight = (red + green + blue) / 3 > 128
    return words.trim() && isLight && printColorAdjust !== 'exact' && element.checkVisibility() ? [words.trim()] : []
  })
}

test('at 320 px with text at twice its size nothing stands beside the page', async ({ page }) => {
  const session = await page.context().newCDPSession(page)
  await session.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } })
  await page.setViewportSize({ width: 320, height: PHONE.height })
  for (const path of [CAMPAIGN, `${CAMPAIGN}/map`, `${CAMPAIGN}/write/E14001172/words`, '/privacy', '/my-data']) {
    await page.goto(path)
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBe(320)
  }
})

test('at 320 px, with text at twice its size, no word of a constituency’s or an MP’s name is broken', async ({
  page,
  person,
  mailbox,
}) => {
  const path = new Path(page)
  const session = await page.context().newCDPSession(page)
  const broken = async (where: string) => {
    await session.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } })
    await page.setViewportSize({ width: 320, height: PHONE.height })
    expect.soft(await page.evaluate(brokenWords, { shown: 'Westminster', instead: wordsOf('name') }), where).toEqual([])
    expect.soft(await page.evaluate(brokenWords, { shown: 'Blake', instead: wordsOf('member') }), where).toEqual([])
  }
  await page.goto(`${CAMPAIGN}/from/E14001172`)
  await broken('a friend’s link')
  await path.start('SW1A 0AA')
  await broken('is this your MP')
  await path.goToLetter(person.reason)
  await broken('the letter')
  await path.fillDetails(person)
  await broken('about its writer')
  await path.field('Postcode').fill('SW1A 0AA')
  await path.goToCheck()
  await broken('the check page')
  await path.goToSent()
  await broken('check your e-mail')
  await page.goto(await mailbox.confirmLink(person.email))
  await broken('confirm')
  await page.getByRole('button', { name: /^Yes, / }).click()
  await expect(page).toHaveURL(/\/letters\//)
  await broken('the letter’s page')
})

/** Each word of them that is longer than most, as it may stand on a line of its own. */
function wordsOf(what: 'name' | 'member'): string[] {
  const names = seats.flatMap(({ name, member }) => (what === 'name' ? name : (member?.name ?? [])))
  return [...new Set(names.flatMap((name) => name.match(/[\p{L}’']{9,}/gu) ?? []))]
}
