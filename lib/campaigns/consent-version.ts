import { isDeepStrictEqual } from 'node:util'
import { asc, eq } from 'drizzle-orm'
import { campaignPublications, campaignVersions } from '@/db/schema/index'
import { usualConsents } from '@/lib/content/usual-texts'
import type { Context } from '@/lib/kernel/context'
import { ownOf } from '@/lib/kernel/own-property'
import { londonDay } from '@/lib/kernel/time/day'

/**
 * The content with the name of its consent's wording: the one under which it was live before and asked the same way,
 * or a new one, today's date, where it never was. So whoever was asked something else is known to have agreed to that one.
 */
export async function withConsentVersion(ctx: Context, campaignId: string, content: unknown): Promise<unknown> {
  const consent = consentOf(content)
  const live = await liveConsents(ctx, campaignId)
  const same = live.find((each) => isDeepStrictEqual({ ...each, version: '' }, { ...consent, version: '' }))
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

/** The content with the usual wording for the way in which it asks, where none is written, or the usual one of another way. */
export function withUsualConsent(content: unknown): unknown {
  const { wording, kind } = consentOf(content)
  const usual = ownOf<string>(usualConsents, kind)
  if (!usual || (wording.trim() !== '' && !Object.values(usualConsents).includes(wording))) return content
  return { ...(content as object), consent: { ...(content as { consent?: object }).consent, wording: usual } }
}

/** What a consent's name stands for: what was said, how, and whose news it is. */
function consentOf(content: unknown) {
  const consent = (content as { consent?: Record<string, unknown> }).consent ?? {}
  const text = (key: string) => String(consent[key] ?? '')
  const kind = text('kind') || 'box'
  const charity = kind === 'soft-opt-in' ? [text('charityName'), text('charityNumber')] : []
  return { wording: text('wording'), version: text('version'), kind, charity }
}

function freshName(date: string, taken: string[]): string {
  for (let next = 1; ; next += 1) {
    const name = next === 1 ? date : `${date}.${next}`
    if (!taken.includes(name)) return name
  }
}
