import { cacheableAnswer } from '@/app/_server/answer/cacheable-answer'
import { accentSheet } from '@/lib/content/accent/accent-sheet'
import { HOUR, SECOND } from '@/lib/kernel/time/durations'

export const dynamic = 'force-dynamic'

/** The style sheet of an accent of a campaign's own, as `/accents/b03060.css`. */
export async function GET(request: Request, { params }: { params: Promise<{ accent: string }> }): Promise<Response> {
  const [, name = ''] = /^(.+)\.css$/.exec((await params).accent) ?? []
  const body = accentSheet(name)
  if (body === null) return new Response(null, { status: 404 })
  return cacheableAnswer(request, { body, type: 'text/css; charset=utf-8', seconds: HOUR / SECOND })
}
