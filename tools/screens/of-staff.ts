import sharp from 'sharp'
import { campaigns } from '@/db/schema/index'
import { CAMPAIGN } from '@/e2e/fixtures/path'
import { signedIn } from '@/e2e/fixtures/staff'
import { editorParts } from '@/lib/content/parts'
import { newestLetter } from './stage'
import { opens, type Walk } from './walks'

const VIEWS = ['overview', 'time', 'places', 'sources', 'letters']
const PLACES = ['exports', 'campaigns', 'campaigns/new', 'letters', 'letters/answers', 'mail', 'webhooks']
const DIRECTORY = ['directory', 'directory/seats', 'directory/seats/E14001172', 'directory/members']
const MORE = ['api-keys', 'team', 'audit', 'settings', 'switches', 'account', 'account/second-factor']

/** The pages of staff, as an administrator sees them. */
export const ofStaff: Walk[] = [
  opens(['Staff: sign in', '/staff/sign-in']),
  async (page, shoot, stage) => {
    await signedIn(page, 'admin', stage)
    const { db } = stage.ctx
    const rows = await db.select({ id: campaigns.id, slug: campaigns.slug }).from(campaigns)
    const id = rows.find(({ slug }) => slug === 'evening-buses')?.id ?? rows[0]?.id
    const at = `/staff/campaigns/${id}`
    await opens(
      ...VIEWS.map((view): [string, string] => [`Staff: dashboard, ${view}`, `/staff/dashboard?view=${view}`]),
      ...[...PLACES, ...DIRECTORY, ...MORE].map((place): [string, string] => [`Staff: ${place}`, `/staff/${place}`]),
      ['Staff: a letter', `/staff/letters/${await newestLetter(stage.ctx)}`],
      ['Staff: a campaign', at],
      ...editorParts.map((part): [string, string] => [`Staff: text, ${part.id}`, `${at}/edit/${part.id}`]),
      ...['preview', 'publish', 'spread', 'versions'].map((tab): [string, string] => [
        `Staff: campaign, ${tab}`,
        `${at}/${tab}`,
      ]),
    )(page, shoot, stage)
    await page.goto(`${stage.url}${at}/edit/picture`)
    await page.getByRole('button', { name: 'Upload', exact: true }).click()
    await page.waitForLoadState('networkidle')
    await shoot('Staff: text, picture refused')
    await page.goto(`${stage.url}/staff/letters`)
    await page.getByText('The e-mail to confirm never came?').click()
    await page.getByRole('textbox', { name: 'Their e-mail address' }).fill('nobody@example.org')
    await page.getByRole('button', { name: 'Send it again' }).click()
    await page.waitForLoadState('networkidle')
    await shoot('Staff: letters, sent again')
  },
  async (page, shoot, stage) => {
    await signedIn(page, 'admin', stage)
    await page.goto(`${stage.url}/staff/settings`)
    await page
      .getByLabel('Upload a logo')
      .setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: await logo() })
    await page.getByRole('button', { name: 'Save the logo' }).click()
    await page.waitForLoadState('networkidle')
    await shoot('Staff: settings, a logo')
    await page.waitForTimeout(3000)
    await opens(['The campaign, with a logo', CAMPAIGN], ['My data, with a logo', '/my-data'])(page, shoot, stage)
    await page.goto(`${stage.url}/staff/settings`)
    await page.getByRole('button', { name: 'Take the logo out' }).click()
    await page.waitForLoadState('networkidle')
  },
]

/** A mark and a name in dark ink, as most organisations have: at night it needs a plate. */
function logo(): Promise<Buffer> {
  const drawn = `<svg xmlns="http://www.w3.org/2000/svg" width="840" height="220"><circle cx="110" cy="110" r="100" fill="#27408b"/>
    <path d="M60 120l40 40 70-90" fill="none" stroke="#fff" stroke-width="26"/><text x="240" y="150" fill="#1b1b2f"
    font-family="sans-serif" font-weight="700" font-size="120">Example</text></svg>`
  return sharp(Buffer.from(drawn)).png().toBuffer()
}
