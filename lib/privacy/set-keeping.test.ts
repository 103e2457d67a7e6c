import { describe, expect, test } from 'vitest'
import { roles } from '@/db/schema/index'
import { findPreview } from '@/lib/campaigns/preview/find-previewed-version'
import { findCampaign, versionContent } from '@/lib/content/find-campaign'
import { NOON } from '@/lib/kernel/testing/noon'
import { DAY } from '@/lib/kernel/time/durations'
import { findLetter } from '@/lib/letters/find'
import { moveLetter } from '@/lib/letters/move'
import { confirmedLetter, letterRow, onCampaign } from '@/lib/letters/testing'
import { everyPromise } from '@/lib/settings/keeping-periods'
import { auditOf, memberContext } from '@/lib/staff/testing'
import { currentKeeping, keeping, periodsInput } from './how-long-kept'
import { purge } from './purge'
import { setKeeping } from './set-keeping'

const LONGEST = { letterTextDays: 28, heldDays: 180, monthsAfterClose: 6, monthsAfterSigning: 12 }
const days = (count: number) => new Date(NOON.getTime() + count * DAY)

describe('how long things are kept', () => {
  test('is the longest until an administrator shortens it, and then what supporters are shown', () =>
    onCampaign(async (ctx) => {
      expect(await currentKeeping(ctx)).toEqual(keeping)
      const admin = await memberContext(ctx, 'admin')
      const shorter = { letterTextDays: 10, heldDays: 60, monthsAfterClose: 1, monthsAfterSigning: 2 }
      await setKeeping(admin, shorter)
      await setKeeping(admin, shorter)
      expect(await currentKeeping(ctx)).toEqual({ ...keeping, ...shorter })
      expect(await auditOf(ctx, 'settings.set')).toMatchObject([{ before: LONGEST, after: shorter }])
    }))

  test('stands in the texts of campaigns as it is: live, in previews, and in versions that letters came from', () =>
    onCampaign(async (ctx, { slug, versionId }) => {
      const everywhere = async () =>
        (
          await Promise.all([
            findCampaign(ctx, slug).then((live) => live?.content),
            versionContent(ctx, versionId),
            findPreview(ctx, versionId).then((preview) => preview?.content),
          ])
        ).map((content) => content?.questions.map(({ answer }) => answer).join('\n') ?? '')
      for (const answers of await everywhere()) {
        expect(answers).toContain('28 days after the letter was delivered or failed')
        expect(answers).toContain('6 months after the campaign closes or 12 months after you signed')
      }
      await setKeeping(ctx, { letterTextDays: 10, heldDays: 60, monthsAfterClose: 1, monthsAfterSigning: 2 })
      for (const answers of await everywhere()) {
        expect(answers).toContain('10 days after the letter was delivered or failed')
        expect(answers).toContain('1 month after the campaign closes or 2 months after you signed')
        expect(answers).not.toMatch(/28 days|[{}]/)
      }
    }))

  test('shortened, counts for what was stored before', () =>
    onCampaign(async (ctx, campaign) => {
      const { id } = await confirmedLetter(ctx, campaign)
      await moveLetter(ctx, id, { from: ['queued'], to: 'failed', set: { endedAt: NOON } })
      ctx.setNow(days(5))
      await setKeeping(ctx, { ...LONGEST, letterTextDays: 10 })
      ctx.setNow(new Date(days(10).getTime() - 1000))
      expect(await purge(ctx)).toMatchObject({ letterTexts: 0 })
      ctx.setNow(days(10))
      expect(await purge(ctx)).toMatchObject({ letterTexts: 1 })
      expect((await letterRow(ctx, id)).textSealed).toBeNull()
    }))

  test('lengthened again, counts for what comes afterwards alone: the others were promised less', () =>
    onCampaign(async (ctx, campaign) => {
      await setKeeping(ctx, { ...LONGEST, letterTextDays: 10, monthsAfterSigning: 1 })
      ctx.setNow(days(1))
      const promisedLess = await confirmedLetter(ctx, campaign)
      ctx.setNow(days(2))
      await setKeeping(ctx, LONGEST)
      ctx.setNow(days(3))
      const promisedMore = await confirmedLetter(ctx, campaign)
      for (const { id } of [promisedLess, promisedMore]) {
        await moveLetter(ctx, id, { from: ['queued'], to: 'failed', set: { endedAt: days(3) } })
      }
      ctx.setNow(days(13))
      expect(await purge(ctx)).toMatchObject({ letterTexts: 1 })
      expect((await letterRow(ctx, promisedLess.id)).textSealed).toBeNull()
      expect((await letterRow(ctx, promisedMore.id)).textSealed).not.toBeNull()
      ctx.setNow(days(40))
      expect(await purge(ctx)).toMatchObject({ supporters: 1, letterTexts: 1 })
      expect((await findLetter(ctx, promisedLess.id))?.person ?? null).toBeNull()
      expect((await findLetter(ctx, promisedMore.id))?.person).toMatchObject({ email: promisedMore.email })
      expect((await everyPromise(ctx)).map(({ letterTextDays, until }) => [letterTextDays, until])).toEqual([
        [28, NOON],
        [10, days(2)],
        [28, null],
      ])
    }))

  test.each([
    { letterTextDays: '29' },
    { monthsAfterClose: '7' },
    { monthsAfterSigning: '13' },
    { letterTextDays: '0' },
    { letterTextDays: '-1' },
    { letterTextDays: '1.5' },
    { letterTextDays: '' },
    { letterTextDays: '1e1' },
    { heldDays: '181' },
    { heldDays: '27' },
  ])('is never set to %j', (typed) => {
    const typedAll = {
      letterTextDays: '28',
      heldDays: '180',
      monthsAfterClose: '6',
      monthsAfterSigning: '12',
      ...typed,
    }
    expect(periodsInput.safeParse(typedAll).success).toBe(false)
  })

  test('refuses to be set by anyone but an administrator', () =>
    onCampaign(async (ctx) => {
      for (const role of roles.filter((each) => each !== 'admin')) {
        const refused = await memberContext(ctx, role)
        await expect(async () => setKeeping(refused, LONGEST)).rejects.toMatchObject({ code: 'not-allowed' })
      }
    }))
})
