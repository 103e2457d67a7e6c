import { asc, eq } from 'drizzle-orm'
import { campaignPublications, campaignVersions } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'
import { londonDay } from '@/lib/kernel/time/day'

/**
 * The content with the name of its consent's wording: the one under which it was live before and asked the same way,
 * or a new one, today's date, where it never was. So whoever was asked something else is known to have agreed to that one.
 */
export async function withConsentVersion(ctx: Context, campaignId: string, content: unknown): Promise<unknown> {
  const consent = consentOf(content)
  const live = await liveConsents(ctx, campaignId)
  const same = live.find(({ wording, kind }) => wording === consent.wording && kind === consent.kind)
  const taken = live.some(({ version }) => version === consent.version)
  if (same?.version === consent.version || (!same && !taken && consent.version)) return content
  const version =
    same?.version ??
    freshName(
      londonDay(ctx.now()),
      live.map((each) => each.version),
    )
  return { ...(content as object), consent: { ...consent, version } }
}

async function liveConsents({ db }: Context, campaignId: string) {
  const rows = await db
    .select({ content: campaignVersions.content })
    .from(campaignPublications)
    .innerJoin(campaignVersions, eq(campaignVersions.id, campaignPublications.versionId))
    .where(eq(campaignPublications.campaignId, campaignId))
    .orderBy(asc(campaignPublications.id))
  return rows.map(({ content }) => consentOf(content))
}

function consentOf(content: unknown): { wording: string; version: string; kind: string } {
  const { wording, version, kind } = (content as { consent?: Record<string, unknown> }).consent ?? {}
  return { wording: String(wording ?? ''), version: String(version ?? ''), kind: String(kind ?? 'box') }
}

function freshName(date: string, taken: string[]): string {
  for (let next = 1; ; next += 1) {
    const name = next === 1 ? date : `${date}.${next}`
    if (!taken.includes(name)) return name
  }
}
