import { expect, test } from 'vitest'
import { deliverLetter } from '@/lib/delivery/testing'
import { readLink } from '@/lib/kernel/secrets/tokens'
import { NOON } from '@/lib/kernel/testing/noon'
import { DAY, HOUR } from '@/lib/kernel/time/durations'
import { recordReply } from '@/lib/letters/record-reply'
import { confirmedLetter, mailTo, onCampaign, queued, tokenIn, VACANT, writtenLetter } from '@/lib/letters/testing'
import type { TestContext } from '@/lib/mailer/testing/context'
import { sendMyDataLink } from '@/lib/messages/to-writer/my-data-link'
import { askForMyDataLink, findMyData, findMyDataJob } from './ask-for-my-data-link'
import { exportByEmail, exportByHash } from './export'
import { purge } from './purge'

test('a person gets everything that is held on them, one entry a sign-up, oldest first', () =>
  onCampaign(async (ctx, campaign) => {
    const anna = { name: 'Anna Smith', email: 'Anna.Smith@gmail.com' }
    const { id } = await confirmedLetter(ctx, campaign, { ...anna, updates: true })
    await deliverLetter(ctx, id)
    await recordReply(ctx, id, 'acknowledgement')
    ctx.setNow(new Date(NOON.getTime() + HOUR))
    await writtenLetter(ctx, campaign, { ...anna, email: 'annasmith@gmail.com', constituencyCode: VACANT })
    await confirmedLetter(ctx, campaign)
    const { wording, version } = campaign.content.consent
    expect(await exportByEmail(ctx, 'annasmith+x@googlemail.com')).toEqual([
      {
        campaign: 'artsakh-ceasefire',
        constituency: 'Cities of London and Westminster',
        name: 'Anna Smith',
        email: 'Anna.Smith@gmail.com',
        postcode: 'SW1A 0AA',
        signedUpAt: NOON,
        confirmedAt: NOON,
        updates: { askedAt: NOON, wording, version, kind: 'box', basis: 'consent', leftAt: null },
        updatesRefused: null,
        passedOn: [],
        letter: {
          state: 'accepted',
          chasesTheFirst: false,
          postcodeFound: { kind: 'inside', others: [] },
          asks: ['ceasefire', 'talks'],
          text: {
            subject: 'The people of Artsakh',
            body: 'My own grandmother fled.\n\nHelp.',
            address1: '7 Quince Row',
            address2: '',
            town: 'London',
            abroad: '',
            phone: '',
          },
          history: ['unconfirmed', 'queued', 'sending', 'accepted'].map((state) => ({ state, reason: null, at: NOON })),
          reply: 'acknowledgement',
          saidOfAnswer: null,
          cameBy: null,
        },
      },
      expect.objectContaining({ constituency: 'Holborn and St Pancras', confirmedAt: null, updates: null }),
    ])
  }))

test('what the purge has erased is not in it any more', () =>
  onCampaign(async (ctx, campaign) => {
    const { id, email } = await confirmedLetter(ctx, campaign)
    await deliverLetter(ctx, id)
    ctx.setNow(new Date(NOON.getTime() + 30 * DAY))
    await purge(ctx)
    expect(await exportByEmail(ctx, email)).toMatchObject([{ email, letter: { text: null, state: 'accepted' } }])
    ctx.setNow(new Date(NOON.getTime() + 400 * DAY))
    await purge(ctx)
    expect(await exportByEmail(ctx, email)).toEqual([])
  }))

test('the link to it goes to the address that is held, and works for a day', () =>
  onCampaign(async (ctx, campaign) => {
    await confirmedLetter(ctx, campaign, { email: 'anna.link@gmail.com' })
    await askForMyDataLink(ctx, 'annalink+other@gmail.com')
    await findAsked(ctx)
    const [message, ...more] = await mailTo('anna.link@gmail.com')
    expect(more).toEqual([])
    const token = tokenIn(message, 'my-data')
    const link = await readLink(ctx, 'my-data', token)
    expect(link).toMatchObject({ expired: false, emailHash: expect.any(String) })
    expect(await exportByHash(ctx, link?.emailHash ?? '')).toMatchObject([{ email: 'anna.link@gmail.com' }])
    ctx.setNow(new Date(NOON.getTime() + DAY))
    expect(await readLink(ctx, 'my-data', token)).toMatchObject({ expired: true })
  }))

test('asked for with an address that nobody gave, or that was erased, nothing is sent', () =>
  onCampaign(async (ctx, campaign) => {
    await askForMyDataLink(ctx, 'nobody@example.org')
    await findAsked(ctx)
    expect(await mailTo('nobody@example.org')).toEqual([])
    const { supporterId, email } = await confirmedLetter(ctx, campaign)
    ctx.setNow(new Date(NOON.getTime() + 400 * DAY))
    await purge(ctx)
    await askForMyDataLink(ctx, email)
    await findAsked(ctx)
    await sendMyDataLink(ctx, supporterId)
    await sendMyDataLink(ctx, crypto.randomUUID())
    expect(await queued(ctx, 'send-my-data-link', 'supporterId')).toEqual([])
    // Of its end a letter that waited is told of all the same.
    expect((await mailTo(email)).filter(({ text }) => text.includes('/my-data/'))).toEqual([])
  }))

/** What the jobs do that everyone's asking has queued. */
async function findAsked(ctx: TestContext): Promise<void> {
  for (const { payload } of await queued(ctx, findMyDataJob, 'emailHash')) await findMyData(ctx, payload.emailHash)
}
