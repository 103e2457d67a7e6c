import { postcodeIn } from '@/e2e/fixtures/directory'
import { Path } from '@/e2e/fixtures/path'
import { lastingLink } from '@/lib/kernel/secrets/tokens'
import { switchSettings } from '@/lib/settings/switches/switches'
import { addCampaigns } from './more-campaigns'
import { newestLetter, somebody } from './stage'
import { opens, type Walk } from './walks'

const BUSES = '/campaigns/evening-buses'
const WESTMINSTER = 'E14001172'

/** Pages of campaigns that have more than the first, are paused, or have ended; and while nobody may sign up. */
export const ofMoreCampaigns: Walk[] = [
  async (page, shoot, stage) => {
    await addCampaigns(stage.ctx)
    await page.waitForTimeout(3000)
    await opens(
      ['Several campaigns', '/'],
      ['A campaign with all', BUSES],
      ['A campaign that is paused', '/campaigns/paused-one'],
      ['A campaign that has ended', '/campaigns/ended-one'],
      ['An MP who is not asked', `${BUSES}/write/E14001080`],
      ['Next step: ring', `${BUSES}/next/ring?seat=${WESTMINSTER}`],
      ['Next step: surgery', `${BUSES}/next/surgery?seat=${WESTMINSTER}`],
    )(page, shoot, stage)
  },
  async (page, shoot, { ctx, url }) => {
    const path = new Path(page)
    const person = somebody()
    await page.goto(`${url}${BUSES}/write/${WESTMINSTER}`)
    await path.goToLetter(person.reason)
    await path.goToYou()
    await shoot('About you, with a telephone')
    await path.fillDetails(person)
    await path.field('Postcode').fill(postcodeIn('Cities of London and Westminster'))
    await page.getByRole('textbox', { name: /^Telephone/ }).fill('020 7946 0123')
    await page.getByText('I live abroad now').click()
    await page.getByRole('textbox', { name: /^Where you live/ }).fill('Calle Mayor 1\n28013 Madrid\nSpain')
    await shoot('About you, abroad')
    await path.goToCheck()
    await shoot('Check, abroad and with a telephone')
    await path.goToSent()
    const id = await newestLetter(ctx)
    await page.goto(`${url}/letters/${await lastingLink(ctx, 'letter', id)}`)
    await shoot('Letter: unconfirmed, of another campaign')
  },
  async (page, shoot, { ctx, url }) => {
    await switchSettings['sign-ups'].keep(ctx, { why: '', by: null, at: ctx.now() })
    await page.waitForTimeout(3000)
    await page.goto(url)
    await shoot('Several campaigns, sign-ups paused')
    await page.goto(`${url}/campaigns/artsakh-ceasefire`)
    await shoot('The campaign, sign-ups paused')
    await page.goto(`${url}/campaigns/artsakh-ceasefire/write/${WESTMINSTER}/you`)
    await shoot('Writing, sign-ups paused')
    await switchSettings['sign-ups'].remove(ctx)
  },
]
