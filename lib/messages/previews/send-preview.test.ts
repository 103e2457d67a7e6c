import { describe, expect, test } from 'vitest'
import {
  deliveryAttempts,
  figureEvents,
  figures,
  letterEvents,
  letters,
  links,
  supporters,
  wordingsGiven,
} from '@/db/schema/index'
import { onDraft } from '@/lib/campaigns/publishing/testing'
import { mailTo, queued, WESTMINSTER } from '@/lib/letters/testing'
import type { TestContext } from '@/lib/mailer/testing/context'
import { memberContext } from '@/lib/staff/testing'
import { type PreviewedEmail, previewedEmails } from './previewed-emails'
import { askForPreview, sendPreview, sendPreviewJob } from './send-preview'

const emails = Object.keys(previewedEmails) as PreviewedEmail[]

describe('"Send me this e-mail"', () => {
  test.each(emails)(
    '%s: comes to the member alone, from the draft, marked as a trial, and counts for nothing',
    (which) =>
      onDraft(async ({ ctx, campaign, save, draft }) => {
        const email = `${which}@example.org`
        const member = await memberContext(ctx, 'editor', email)
        await save({
          title: 'A title that only the draft has',
          'letter.subjects': ['A subject of the draft', 'And its other'],
          voices: [],
        })
        const { id: versionId, number } = await draft()
        const before = await counted(ctx)
        await askForPreview(member, { campaignId: campaign.id, versionId, which, seat: WESTMINSTER })
        const [job, ...more] = await queued(ctx, sendPreviewJob, versionId)
        expect(more).toEqual([])
        if (job) await sendPreview(ctx, job.payload)
        const [mail, ...others] = await mailTo(email)
        expect(others).toEqual([])
        expect(mail).toMatchObject({ subject: expect.stringMatching(/^Preview: /), replyTo: null })
        for (const part of [mail?.text, mail?.html]) {
          expect(part).toContain(`A trial of version ${number}: it was sent to you alone, and counts for nothing.`)
        }
        const ofDraft = /A title that only the draft has|A subject of the draft|And its other/
        expect(`${mail?.subject} ${mail?.text.replace(/\s+/g, ' ')}`).toMatch(ofDraft)
        expect(await counted(ctx)).toEqual(before)
        expect(await mailTo('rachel.blake.mp@parliament.uk')).toEqual([])
        expect(campaign.content.title).not.toMatch(ofDraft)
      }),
  )

  test('is refused to whoever may only see figures, and to whoever is not on the team', () =>
    onDraft(async ({ ctx, campaign, draft }) => {
      const wanted = {
        campaignId: campaign.id,
        versionId: (await draft()).id,
        which: 'copy' as const,
        seat: WESTMINSTER,
      }
      const campaigner = await memberContext(ctx, 'campaigner')
      await expect(async () => askForPreview(campaigner, wanted)).rejects.toMatchObject({ code: 'not-allowed' })
      await expect(async () => askForPreview({ ...ctx, actor: { kind: 'supporter' } }, wanted)).rejects.toMatchObject({
        code: 'not-allowed',
      })
    }))
})

function counted({ db }: TestContext): Promise<number[]> {
  const tables = [letters, letterEvents, supporters, deliveryAttempts, links, wordingsGiven, figures, figureEvents]
  return Promise.all(tables.map((table) => db.$count(table)))
}
