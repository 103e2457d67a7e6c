import { expect, test } from 'vitest'
import { actOnLetter } from '@/lib/delivery/queue/act-on-letter'
import { suppress } from '@/lib/mailer/suppression'
import { tellFailed } from '@/lib/messages/to-writer/failed'
import { lookupHash } from '@/lib/settings/lookup-hash'
import { memberContext } from '@/lib/staff/testing'
import { confirmedLetter, letterRow, onCampaign } from './testing'
import { writerMail } from './writer-mail-status'

test('a writer was told of the end of their letter once that mail went, and not where their mail is stopped', () =>
  onCampaign(async (ctx, campaign) => {
    const staff = await memberContext(ctx, 'admin', 'admin@example.org')
    const told = await confirmedLetter(ctx, campaign)
    const silent = await confirmedLetter(ctx, campaign)
    await suppress(ctx, await lookupHash(ctx, silent.email), 'bounced')
    const mail = async ({ id }: { id: string }) => writerMail(ctx, await letterRow(ctx, id))
    for (const { id } of [told, silent]) await actOnLetter(staff, id, { action: 'fail', reason: 'No' })
    expect(await mail(told)).toEqual({ stopped: false, toldOfEnd: false })
    for (const { id } of [told, silent]) await tellFailed(ctx, id)
    expect(await mail(told)).toEqual({ stopped: false, toldOfEnd: true })
    expect(await mail(silent)).toEqual({ stopped: true, toldOfEnd: false })
  }))
