import { revalidatePath } from 'next/cache'
import { isOwnRenewal, RENEW_HEADER } from '@/app/_server/renew-pages'

export const dynamic = 'force-dynamic'

/** Lets every page that is kept go: the next visit has it made anew. Answers nobody but the process itself. */
export async function POST(request: Request): Promise<Response> {
  if (!isOwnRenewal(request.headers.get(RENEW_HEADER))) return new Response('There is no such page.', { status: 404 })
  revalidatePath('/', 'layout')
  return new Response(null, { status: 204 })
}
