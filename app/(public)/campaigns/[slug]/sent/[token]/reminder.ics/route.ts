import { publicContext } from '@/app/_server/request'
import { versionContent } from '@/lib/content/find-campaign'
import { timeAndDate } from '@/lib/kernel/text'
import { DAY, HOUR } from '@/lib/kernel/time/durations'
import { reminderEntry } from '@/lib/letters/confirming/reminder-entry'
import { findLinkedLetter } from '@/lib/letters/find'
import { CONFIRM_LINK_DAYS } from '@/lib/settings/confirm-link-days'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ slug: string; token: string }> }

/** An entry for a calendar, an hour from now: to confirm the letter. It holds nothing that is its writer's. */
export async function GET(_request: Request, { params }: Props): Promise<Response> {
  const ctx = publicContext()
  const { link, letter } = await findLinkedLetter(ctx, 'sent', (await params).token)
  if (!letter || link?.expired) return new Response('There is no such letter.', { status: 404 })
  const now = ctx.now()
  const entry = reminderEntry({
    id: `${letter.id}@${new URL(ctx.env.appUrl).host}`,
    now,
    at: new Date(now.getTime() + HOUR),
    title: (await versionContent(ctx, letter.versionId)).title,
    until: timeAndDate(new Date(letter.createdAt.getTime() + CONFIRM_LINK_DAYS * DAY)),
  })
  return new Response(entry, {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': 'attachment; filename="confirm-my-letter.ics"',
      'Cache-Control': 'no-store',
    },
  })
}
