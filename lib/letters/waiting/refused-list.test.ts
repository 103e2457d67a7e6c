import { expect, test } from 'vitest'
import { sendDue } from '@/lib/delivery/ledger/send-due'
import { ChangesTooMuch } from '@/lib/directory/guard/let-in'
import { importMembers } from '@/lib/directory/members/import'
import { listInUse, wrongLists } from '@/lib/directory/members/testing'
import { findSeat } from '@/lib/directory/seats'
import {
  confirmedLetter,
  letterRow,
  mailFrom,
  NO_EMAIL,
  onCampaign,
  queued,
  VACANT,
  WESTMINSTER,
} from '@/lib/letters/testing'
import { releaseHeld } from './release-held'

test.each(wrongLists)('%s: the list is refused, and no letter that waits goes by it', (_, spoil) =>
  onCampaign(async (ctx, campaign) => {
    const held = [
      await confirmedLetter(ctx, campaign, { constituencyCode: VACANT }),
      await confirmedLetter(ctx, campaign, { constituencyCode: NO_EMAIL }),
    ]
    const due = await confirmedLetter(ctx, campaign, { constituencyCode: WESTMINSTER })
    const asked = await queued(ctx, 'release-held', '{}')
    const sitting = (await findSeat(ctx, WESTMINSTER))?.mp
    await expect(importMembers(ctx, spoil(await listInUse(ctx)))).rejects.toBeInstanceOf(ChangesTooMuch)
    expect(await queued(ctx, 'release-held', '{}')).toEqual(asked)
    expect(await releaseHeld(ctx)).toBe(0)
    await sendDue(ctx)
    for (const { id, email } of held) {
      expect(await letterRow(ctx, id)).toMatchObject({ state: 'held' })
      expect(await mailFrom(email)).toEqual([])
    }
    expect(await mailFrom(due.email)).toMatchObject([{ to: sitting?.email }])
  }),
)
