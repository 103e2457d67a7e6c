import { eq } from 'drizzle-orm'
import sharp from 'sharp'
import { campaignImages, campaigns, campaignVersions } from '@/db/schema/index'
import { encodePicture } from '@/lib/campaigns/share-picture/encode'
import { type CampaignContent, campaignContent } from '@/lib/content/content'
import { firstCampaign } from '@/lib/content/first-campaign'
import type { Context } from '@/lib/kernel/context'

const anywhere = { states: [], parties: [], nations: [] }

/** What the first campaign leaves out and any may have: a picture, quotes, a telephone number, next steps, a group. */
const withAll: Partial<CampaignContent> = {
  title: 'Ask your MP to keep our evening buses',
  summary: 'Ask your MP to press the government to pay for evening buses in towns like ours.',
  phoneHint: 'Some offices ring back rather than write.',
  quotes: [
    {
      id: 'ann',
      text: 'My shift ends at nine, and the last bus goes at ten to.',
      who: 'Ann',
      place: 'Leeds',
      leave: true,
    },
    {
      id: 'nurse',
      text: 'Visitors go home before supper, because there is no bus later.',
      who: 'A nurse',
      leave: true,
    },
    { id: 'sam', text: 'I would take the bus if there were one.', who: 'Sam', place: 'Bath', leave: true },
  ],
  nextSteps: [
    { id: 'share', kind: 'share', ...anywhere },
    { id: 'ring', kind: 'ring', ...anywhere },
    { id: 'surgery', kind: 'surgery', ...anywhere },
    {
      id: 'give',
      kind: 'give',
      title: 'Give to the campaign',
      text: 'It pays for posters.',
      link: 'https://example.org/give',
      ...anywhere,
    },
  ],
  groups: [
    {
      id: 'signed',
      name: 'MPs who have signed',
      parties: [],
      nations: [],
      regions: [],
      notSeated: false,
      seats: ['E14001080'],
      wordings: { asks: {} },
      leaveOut: [],
      aside: {
        title: 'Your MP has acted already',
        paragraphs: ['Your MP signed the motion in October. There is no need to ask again.'],
        thank: true,
        share: true,
      },
    },
  ],
}

/** Beside the first campaign: one with all that a campaign can have, one that is paused, one that has ended. */
export async function addCampaigns(ctx: Context): Promise<void> {
  const id = await addCampaign(ctx, 'evening-buses', withAll, {})
  const image = await pictureOf(ctx, id)
  await publish(ctx, id, { ...withAll, picture: { image } })
  await addCampaign(
    ctx,
    'paused-one',
    { title: 'A campaign that is paused' },
    {
      pausedAt: ctx.now(),
      pausedWhy: 'We are changing what we ask, since the minister has answered. Come back on Monday.',
    },
  )
  await addCampaign(ctx, 'ended-one', { title: 'A campaign that has ended' }, { closedAt: ctx.now() })
}

type Closed = Partial<typeof campaigns.$inferInsert>

async function addCampaign(ctx: Context, slug: string, more: Partial<CampaignContent>, closed: Closed) {
  const [made] = await ctx.db
    .insert(campaigns)
    .values({ slug, goal: 500, openedAt: ctx.now(), ...closed })
    .returning({ id: campaigns.id })
  if (!made) throw new Error(`There is a campaign ${slug} already.`)
  await publish(ctx, made.id, more)
  return made.id
}

async function publish({ db }: Context, campaignId: string, more: Partial<CampaignContent>): Promise<void> {
  const content = campaignContent.parse({ ...firstCampaign.content, ...more })
  const number = (await db.$count(campaignVersions, eq(campaignVersions.campaignId, campaignId))) + 1
  const [version] = await db
    .insert(campaignVersions)
    .values({ campaignId, number, content, createdBy: 'system' })
    .returning({ id: campaignVersions.id })
  await db.update(campaigns).set({ publishedVersionId: version?.id }).where(eq(campaigns.id, campaignId))
}

/** A picture that is drawn here: it stands for a photograph and shows nobody. */
async function pictureOf({ db, now }: Context, campaignId: string): Promise<{ id: string; alt: string }> {
  const drawn = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630"><rect width="1200" height="630" fill="#27408b"/>
    <rect y="470" width="1200" height="160" fill="#222"/><rect x="330" y="210" width="560" height="260" rx="24" fill="#b3261e"/>
    <g fill="#ffe9a8"><rect x="370" y="250" width="110" height="90"/><rect x="500" y="250" width="110" height="90"/>
    <rect x="630" y="250" width="110" height="90"/><rect x="760" y="250" width="90" height="170"/></g>
    <circle cx="450" cy="470" r="52"/><circle cx="770" cy="470" r="52"/></svg>`
  const encoded = await encodePicture(await sharp(Buffer.from(drawn)).png().toBuffer())
  if ('refused' in encoded) throw new Error(encoded.refused)
  const [made] = await db
    .insert(campaignImages)
    .values({ campaignId, ...encoded, createdBy: 'system', createdAt: now() })
    .returning({ id: campaignImages.id })
  return { id: made?.id ?? '', alt: 'A lit bus at its stop, after dark.' }
}
