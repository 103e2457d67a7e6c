import { type Browser, chromium, type Locator, type Page } from '@playwright/test'
import { browserLaunch } from '@/e2e/fixtures/browser'
import { CAMPAIGN } from '@/e2e/fixtures/path'
import { makePerson } from '@/e2e/fixtures/person'
import { removeDataDir, startProduct } from '@/e2e/fixtures/product'
import { type Figure, printFigures } from './aims'

const PHONE = { width: 360, height: 740 }
/** Of one page, of all scrolling, and of presses from landing to "check your e-mail". */
const AIMS = { page: 2, all: 8, presses: 8 }
/** As it was measured before each page had an address of its own, by the same walk. */
const BEFORE = { pages: [0.8, 4.6, 7.1, 5.5], all: 23, presses: 6 }

type Step = { name: string; height: number; button: number }

/** The supporter's way at 360×740, as a person goes it: how far down each main button ends, presses, and fields. */
export async function friction(): Promise<void> {
  const product = await startProduct({ settings: { LIMITS: 'off', MEMBERS_API_URL: 'off', POSTCODES_API_URL: 'off' } })
  const browser = await chromium.launch(await browserLaunch())
  try {
    print(await walk(browser, product.url))
  } finally {
    await browser.close()
    await product.stop()
    removeDataDir(product.dataDir)
  }
}

async function walk(browser: Browser, url: string): Promise<{ steps: Step[]; typed: number }> {
  const page = await browser.newPage({ viewport: PHONE, isMobile: true })
  const person = makePerson()
  const steps: Step[] = []
  let typed = 0
  const button = (name: string | RegExp) => page.getByRole('button', { name }).last()
  const type = async (label: string | RegExp, text: string) => {
    typed++
    await page.getByRole('textbox', { name: label }).first().fill(text)
  }
  const press = async (name: string, pressed: Locator) => {
    await page.waitForLoadState('networkidle')
    steps.push(await measured(page, name, pressed))
    await pressed.click()
  }
  await page.goto(`${url}${CAMPAIGN}`)
  await type('Your postcode', 'SW1A 0AA')
  await press('the campaign', page.locator('#postcode-form button'))
  await press('your MP', button(/^Yes, write to/))
  await type(/touched you/, person.reason)
  await press('your words', button('See your letter'))
  await press('your letter', button('Go on with this letter'))
  await type('Full name', person.name)
  await type('E-mail address', person.email)
  await type('Address line 1', person.address1)
  await type('Town or city', person.town)
  await press('about you', button('Check your letter'))
  await press('check', button('Send my letter'))
  await page.waitForURL(/\/sent\//)
  await page.close()
  return { steps, typed }
}

async function measured(page: Page, name: string, pressed: Locator): Promise<Step> {
  await page.evaluate(() => window.scrollTo(0, 0))
  const box = await pressed.boundingBox()
  const height = await page.evaluate(() => document.documentElement.scrollHeight)
  return { name, height: height / PHONE.height, button: box ? (box.y + box.height) / PHONE.height : Infinity }
}

function print({ steps, typed }: { steps: Step[]; typed: number }): void {
  const all = steps.reduce((sum, { button }) => sum + button, 0)
  const figures: Figure[] = [
    ...steps.map(({ name, height, button }) => ({
      what: `${name}: its main button ends at so many screens`,
      figure: button,
      aim: { most: AIMS.page },
      digits: 2,
      more: ` of ${height.toFixed(1)}`,
    })),
    { what: 'screens to its main buttons in all', figure: all, aim: { most: AIMS.all }, digits: 1, more: ratio(all) },
    { what: 'presses to “check your e-mail”', figure: steps.length, aim: { most: AIMS.presses } },
    { what: 'fields typed into', figure: typed, aim: undefined },
  ]
  printFigures(figures)
  console.log(`  before: ${BEFORE.pages.join(', ')} screens, ${BEFORE.all} in all, ${BEFORE.presses} presses`)
}

function ratio(all: number): string {
  return `, ratio ${(all / BEFORE.all).toFixed(2)} to before`
}
