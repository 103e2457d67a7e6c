import { eq } from 'drizzle-orm'
import { campaignImages } from '@/db/schema/index'
import { actorName } from '@/lib/campaigns/actor-name'
import { saveDraft } from '@/lib/campaigns/save-draft'
import { latestVersion } from '@/lib/campaigns/versions'
import { type Context, inTransaction } from '@/lib/kernel/context'
import { Refusal } from '@/lib/kernel/faults/errors'
import { assertAllowed } from '@/lib/staff/assert-allowed'
import type { EncodedPicture } from './encode'

type Picture = { encoded: EncodedPicture; alt: string } | null

/** Where in the content a picture stands: the one for sharing, and the page's own. */
export const PICTURES = { share: 'share.image', picture: 'picture.image' } as const
export type WhichPicture = keyof typeof PICTURES

/**
 * Puts a picture into the draft, or takes it out; a new version either way. Throws a `Refusal` where the
 * actor may not edit, or there is no such campaign.
 */
export function setPicture(ctx: Context, campaignId: string, which: WhichPicture, picture: Picture): Promise<void> {
  assertAllowed(ctx, 'campaigns.edit', campaignId)
  return inTransaction(ctx, async (inner) => {
    const latest = await latestVersion(inner, campaignId)
    if (!latest) throw new Refusal('not-found', 'There is no such campaign.')
    const id = picture ? await storePicture(inner, campaignId, picture.encoded) : ''
    const edited = { [PICTURES[which]]: id, [`${PICTURES[which]}.alt`]: picture?.alt ?? '' }
    await saveDraft(inner, { campaignId, baseId: latest.id, edited })
  })
}

/** A picture's JPEG; `null` when there is none of that id. */
export async function findPicture({ db }: Context, id: string): Promise<Uint8Array | null> {
  const [row] = await db.select({ jpeg: campaignImages.jpeg }).from(campaignImages).where(eq(campaignImages.id, id))
  return row?.jpeg ?? null
}

/** A picture as a page shows it: its bytes for a phone or for a desk; `null` when there is none. */
export async function findPageSize({ db }: Context, id: string, size: 'phone' | 'desk'): Promise<Uint8Array | null> {
  const [row] = await db.select({ webp: campaignImages[size] }).from(campaignImages).where(eq(campaignImages.id, id))
  return row?.webp ?? null
}

/** Width and height of a picture, in pixels. */
export async function pictureSize({ db }: Context, id: string): Promise<{ width: number; height: number } | null> {
  const { width, height } = campaignImages
  const [row] = await db.select({ width, height }).from(campaignImages).where(eq(campaignImages.id, id))
  return row ?? null
}

async function storePicture(ctx: Context, campaignId: string, encoded: EncodedPicture): Promise<string> {
  const [made] = await ctx.db
    .insert(campaignImages)
    .values({ campaignId, ...encoded, createdBy: actorName(ctx), createdAt: ctx.now() })
    .returning({ id: campaignImages.id })
  return made?.id ?? ''
}
