import { expect, test } from 'vitest'
import { placings } from '@/db/schema/index'
import { confirmedLetter, letterRow, NO_EMAIL, onCampaign, writtenLetter } from '@/lib/letters/testing'
import { installationName } from '@/lib/settings/installation'
import { noteBelowMail, noteBelowPrint } from './note-below'
import { noteOfLetter } from './note-of-letter'
import { writerWords } from './placing-words'

const facts = { campaign: 'Buses for all', constituency: 'Ytown', ownShare: 0.33 }

test.each(placings)(
  '%s: it says that a campaign helped, who wrote as far as it was checked, and what is their own',
  (kind) => {
    const placing = { kind, others: kind.startsWith('elsewhere') ? ['Xford'] : [] }
    const writer = writerWords(placing, 'Ytown')
    expect(noteBelowMail('Letters', { ...facts, placing })).toBe(
      `Sent through Letters by ${writer}. Written with the help of the campaign “Buses for all”. About a third of its wording is their own.`,
    )
    const at = 'https://x.example/campaigns/buses'
    expect(noteBelowPrint(at, { ...facts, placing, isConfirmed: true })).toBe(
      `Written with the help of the campaign “Buses for all”, ${at}, by ${writer}. About a third of its wording is their own.`,
    )
    expect(noteBelowPrint(at, { ...facts, placing, isConfirmed: false })).toBe(
      `Written with the help of the campaign “Buses for all”, ${at}. About a third of its wording is their own.`,
    )
  },
)

test('it says that we send a letter only where we do', () =>
  onCampaign(async (ctx, campaign) => {
    const { id } = await confirmedLetter(ctx, campaign)
    const queued = await letterRow(ctx, id)
    const bySite = `Sent through ${await installationName(ctx)} by`
    const help = `Written with the help of the campaign “${campaign.content.title}”`
    expect(await noteOfLetter(ctx, queued, 'Ytown')).toMatch(
      new RegExp(`^${bySite} a constituent.+\\. ${help}\\. It has`),
    )
    const at = `${help}, ${ctx.env.appUrl}/campaigns/${campaign.slug}`
    const letters = await Promise.all([
      letterRow(ctx, (await confirmedLetter(ctx, campaign, { constituencyCode: NO_EMAIL })).id),
      { ...queued, state: 'bounced' as const },
      { ...queued, state: 'by-writer' as const, sentByWriterAt: ctx.now() },
    ])
    for (const letter of letters) expect(await noteOfLetter(ctx, letter, 'Ytown')).toContain(`${at}, by a constituent`)
    expect(await noteOfLetter(ctx, queued, 'Ytown', true)).toContain(`${at}, by a constituent`)
    const unconfirmed = await letterRow(ctx, (await writtenLetter(ctx, campaign)).id)
    expect(await noteOfLetter(ctx, unconfirmed, 'Ytown', true)).toContain(`${at}. It has`)
  }))
