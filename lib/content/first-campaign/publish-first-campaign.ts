import { and, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import {
  campaignPublications,
  campaignSlugs,
  campaigns,
  campaignVersions,
  letters,
  supporters,
} from '@/db/schema/index'
import { recordAudit } from '@/lib/audit/record'
import { campaignContent } from '@/lib/content/content'
import { firstCampaign } from '@/lib/content/first-campaign'
import { type Context, inTransaction } from '@/lib/kernel/context'
import { mailLeaves } from '@/lib/mailer/mail-leaves'
import { tellChanged } from '@/lib/settings/public-pages-changed'
import { setting } from '@/lib/settings/setting'

/** Whether this installation has had its sample: once renamed or deleted, it does not come back. */
const sampleMade = setting('first_campaign_made', z.boolean(), false)

/**
 * Puts the first campaign, built from HART's statement of 6 October 2020, on a new installation, once: published where
 * mail stays on this machine, so that there is something to try; a draft where mail is real, since nobody has chosen it. Where
 * mail is real by now, one that is live as it came, and that nobody has written in, is taken down.
 */
export function publishFirstCampaign(ctx: Context): Promise<void> {
  return inTransaction(ctx, async (inner) => {
    if (!(await hasHad(inner))) await make(inner)
    if (mailLeaves(inner.env)) await takeDownUnchosen(inner)
    if (!(await sampleMade.readNow(inner))) await sampleMade.keep(inner, true)
  })
}

async function hasHad(ctx: Context): Promise<boolean> {
  if (await sampleMade.readNow(ctx)) return true
  const { slug } = firstCampaign
  const there = await ctx.db.$count(campaigns, eq(campaigns.slug, slug))
  return there + (await ctx.db.$count(campaignSlugs, eq(campaignSlugs.slug, slug))) > 0
}

async function make(ctx: Context): Promise<void> {
  const { slug, goal, content } = firstCampaign
  const isLive = !mailLeaves(ctx.env)
  const [made] = await ctx.db
    .insert(campaigns)
    .values({ slug, goal, openedAt: isLive ? ctx.now() : null })
    .onConflictDoNothing()
    .returning({ id: campaigns.id })
  if (!made) return
  const [version] = await ctx.db
    .insert(campaignVersions)
    .values({ campaignId: made.id, number: 1, content: campaignContent.parse(content), createdBy: 'system' })
    .returning({ id: campaignVersions.id })
  if (!version || !isLive) return
  await ctx.db.update(campaigns).set({ publishedVersionId: version.id }).where(eq(campaigns.id, made.id))
  await ctx.db
    .insert(campaignPublications)
    .values({ campaignId: made.id, versionId: version.id, at: ctx.now(), by: 'system' })
  await recordAudit(ctx, {
    verb: 'campaign.publish',
    subject: { kind: 'campaign', id: made.id },
    after: { version: 1 },
  })
}

/** Published once, by the installation itself; no word of it saved by staff; no letter. */
async function takeDownUnchosen(ctx: Context): Promise<void> {
  const of = (table: { campaignId: unknown }) => sql`${table.campaignId} = ${campaigns.id}`
  const [taken] = await ctx.db
    .update(campaigns)
    .set({ unpublishedAt: ctx.now() })
    .where(
      and(
        eq(campaigns.slug, firstCampaign.slug),
        sql`${campaigns.publishedVersionId} is not null and ${campaigns.unpublishedAt} is null`,
        sql`not exists (select from ${campaignVersions} where ${of(campaignVersions)} and ${campaignVersions.createdBy} <> 'system')`,
        sql`not exists (select from ${campaignPublications} where ${of(campaignPublications)} and ${campaignPublications.by} <> 'system')`,
        sql`not exists (select from ${letters} where ${of(letters)})`,
        sql`not exists (select from ${supporters} where ${of(supporters)})`,
      ),
    )
    .returning({ id: campaigns.id })
  if (!taken) return
  const after = { unpublished: 'mail is real, and nobody has chosen this sample' }
  await recordAudit(ctx, { verb: 'campaign.unpublish', subject: { kind: 'campaign', id: taken.id }, after })
  await tellChanged(ctx)
}
