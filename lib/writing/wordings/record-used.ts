import { and, eq, isNull } from 'drizzle-orm'
import { wordingsGiven } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'
import { isId } from '@/lib/kernel/id'
import { printWording, type Wording } from './wording'

type Use = {
  /** The id under which the wording was given; any other text where there is none. */
  givenId: string
  letterId: string
  campaignId: string
  versionId: string
  constituencyCode: string
  groupId: string
  wording: Wording
}

/** Keeps a combination as used by a letter. One that was freed meanwhile, or never given, counts from here on. */
export async function keepUsed(ctx: Context, use: Use): Promise<void> {
  const { letterId, campaignId, constituencyCode, versionId, groupId } = use
  const code = printWording(use.wording)
  const [used] = isId(use.givenId)
    ? await ctx.db
        .update(wordingsGiven)
        .set({ letterId, code, versionId, groupId })
        .where(
          and(
            eq(wordingsGiven.id, use.givenId),
            eq(wordingsGiven.campaignId, campaignId),
            eq(wordingsGiven.constituencyCode, constituencyCode),
            isNull(wordingsGiven.letterId),
          ),
        )
        .returning({ id: wordingsGiven.id })
    : []
  if (used) return
  await ctx.db
    .insert(wordingsGiven)
    .values({ campaignId, constituencyCode, versionId, groupId, code, letterId, givenAt: ctx.now() })
}
