import { eq, sql } from 'drizzle-orm'
import { letters } from '@/db/schema/index'
import { ByHttp } from '@/e2e/fixtures/by-http'
import { postcodeIn } from '@/e2e/fixtures/directory'
import { linkIn, Mailbox } from '@/e2e/fixtures/mailbox'
import { makeLink } from '@/lib/kernel/secrets/tokens'
import { signed, somebody, submitted } from './stage'
import type { Walk } from './walks'

const ANSWERS = ['real-answer', 'acknowledgement', 'no', 'not-expected']

/** What the links of e-mails open. */
export const ofLinks: Walk[] = [
  ...['Bath', 'Holborn and St Pancras', 'New Forest East'].map(
    (seat): Walk =>
      async (page, shoot, stage) => {
        const { confirm, notMe } = await submitted(stage, postcodeIn(seat))
        await page.goto(confirm)
        await shoot(`Confirm, ${seat}`)
        if (seat !== 'Bath') return
        await page.goto(notMe)
        await shoot('It was not me')
        await page.goto(confirm)
        await page.getByRole('button').last().click()
        await page.waitForURL(/letters/)
        await page.goto(confirm)
        await shoot('Confirm, already confirmed')
        await page.goto(notMe)
        await shoot('It was not me, of a confirmed letter')
      },
  ),
  async (page, shoot, stage) => {
    const first = somebody()
    await signed(stage, postcodeIn('Bath'), first)
    const second = { ...somebody(), email: first.email }
    const { confirm } = await submitted(stage, postcodeIn('Bath'), second)
    await page.goto(confirm)
    await shoot('Confirm, another of the household')
    await page.getByRole('button', { name: /same person/ }).click()
    await page.waitForLoadState('networkidle')
    await shoot('An earlier letter stands')
  },
  async (page, shoot, stage) => {
    const { confirm, sent, person } = await submitted(stage, postcodeIn('Bath'))
    await stage.ctx.db.execute(sql`update links set expires_at = now() - interval '1 minute'
      where letter_id = (select id from letters order by created_at desc limit 1)`)
    await page.goto(confirm)
    await shoot('Confirm, run out')
    await page.goto(stage.url + sent)
    await shoot('Check your e-mail, run out')
    await page.goto(`${stage.url}/my-data`)
    await page.getByRole('textbox', { name: 'E-mail address' }).fill(person.email)
    await page.getByRole('button', { name: 'Send me the link' }).click()
    await page.waitForLoadState('networkidle')
    await shoot('My data, link sent')
    const mail = await new Mailbox(stage.url).waitFor({ to: person.email, subject: /your data/i })
    await page.goto(linkIn(mail, 'my-data'))
    await shoot('My data')
    await page.getByRole('button', { name: /^Erase everything/ }).click()
    await page.waitForLoadState('networkidle')
    await shoot('My data, erased')
  },
  async (page, shoot, stage) => {
    const person = somebody()
    const { location } = await new ByHttp(stage.url).submit(postcodeIn('Bath'), person)
    await page.goto(stage.url + (location ?? ''))
    await page.getByText('Cannot open the link?').click()
    await page.getByRole('textbox', { name: 'Code from the e-mail' }).fill('000000')
    await page.getByRole('button', { name: 'Confirm with the code' }).click()
    await page.waitForLoadState('networkidle')
    await shoot('Check your e-mail, a wrong code')
  },
  async (page, shoot, stage) => {
    const { ctx, url } = stage
    const id = await signed(stage, postcodeIn('York Central'))
    await page.goto(`${url}/verify/${await makeLink(ctx, 'verify', { letterId: id })}`)
    await shoot('What the MP’s office sees')
    await page
      .getByRole('link', { name: /constituents/i })
      .first()
      .click()
      .catch(() => {})
    await page.waitForLoadState('networkidle')
    await shoot('What the MP’s office sees, constituents')
    await page.goto(`${url}/unsubscribe/${await makeLink(ctx, 'unsubscribe', { letterId: id })}`)
    await shoot('No more e-mails')
    await page.getByRole('button').last().click()
    await page.waitForLoadState('networkidle')
    await shoot('No more e-mails, done')
  },
  async (page, shoot, stage) => {
    const { ctx, url } = stage
    const id = await signed(stage, postcodeIn('York Outer'))
    const at = `${url}/replied/${await makeLink(ctx, 'replied', { letterId: id })}`
    await page.goto(at)
    await shoot('Has your MP replied')
    for (const answer of ANSWERS) {
      await page.goto(`${at}?answer=${answer}`)
      if (answer === 'no') await shoot('Has your MP replied, one chosen')
      await page.locator(`button[value=${answer}]`).click()
      await page.waitForLoadState('networkidle')
      await shoot(`Replied: ${answer}`)
      if (answer !== 'real-answer') continue
      await page.getByRole('textbox').first().fill('She has asked the Foreign Secretary, and sent me his answer.')
      await page.getByRole('button', { name: 'Tell the team' }).click()
      await page.waitForLoadState('networkidle')
      await shoot('Replied: what the MP said')
    }
    await page.goto(`${at}?change=1`)
    await page.locator('button[value=no]').click()
    await page.waitForLoadState('networkidle')
    await ctx.db.update(letters).set({ acceptedAt: sql`accepted_at - interval '15 days'` }).where(eq(letters.id, id))
    await page.goto(at)
    await shoot('Replied: may be chased')
    await page.goto(`${at}/chase`)
    await shoot('A second letter')
    await page.getByRole('button', { name: 'Check the letter' }).click()
    await page.waitForLoadState('networkidle')
    await shoot('A second letter, to check')
    await page.getByRole('button', { name: /^Send it to/ }).click()
    await page.waitForLoadState('networkidle')
    await shoot('A second letter, sent')
    await page.goto(at)
    await shoot('Replied: written once more')
    await page.goto(`${at}?change=1`)
    await page.getByRole('button', { name: 'Do not ask me again' }).click()
    await page.waitForLoadState('networkidle')
    await shoot('Replied: stopped')
  },
]
