// State: one copy in a process.
import type { CampaignContent } from '@/lib/content/content'
import type { Context } from '@/lib/kernel/context'
import { counted } from '@/lib/kernel/text'
import { currentPeriods, type Periods } from '@/lib/settings/keeping-periods'
import { writePeriods } from './placeholders'

/** Filled in once for a content and its periods: what is read of a content's wordings is known by that content. */
const filled = new WeakMap<CampaignContent, { periods: string; content: CampaignContent }>()

/** The content with the periods in it that the purge goes by now, so that what a campaign promises is what is done. */
export async function fillPeriods(ctx: Context, content: CampaignContent): Promise<CampaignContent> {
  const now = await currentPeriods(ctx)
  const periods = JSON.stringify(now)
  const known = filled.get(content)
  if (known?.periods === periods) return known.content
  const read = filledWith(now, content)
  filled.set(content, { periods, content: read })
  return read
}

function filledWith(now: Periods, content: CampaignContent): CampaignContent {
  const periods = {
    'letters kept': counted(now.letterTextDays, 'day'),
    'letters wait': counted(now.heldDays, 'day'),
    'kept after closing': counted(now.monthsAfterClose, 'month'),
    'kept after signing': counted(now.monthsAfterSigning, 'month'),
  }
  const fill = (text: string) => writePeriods(text, periods)
  const { story, thankYou, questions, groups } = content
  return {
    ...content,
    story: story.map(fill),
    thankYou: {
      ...thankYou,
      paragraphs: thankYou.paragraphs.map(fill),
      ...(thankYou.kept && { kept: thankYou.kept.map(fill) }),
      ...(thankYou.awaited && { awaited: thankYou.awaited.map(fill) }),
      ...(thankYou.toPost && { toPost: thankYou.toPost.map(fill) }),
    },
    questions: questions.map(({ question, answer }) => ({ question, answer: fill(answer) })),
    groups: groups.map((group) =>
      group.aside ? { ...group, aside: { ...group.aside, paragraphs: group.aside.paragraphs.map(fill) } } : group,
    ),
  }
}
