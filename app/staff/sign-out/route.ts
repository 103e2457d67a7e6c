import { type NextRequest, NextResponse } from 'next/server'
import { staffCookie } from '@/app/_server/session/staff-cookie'
import { contextFor } from '@/lib/mailer/process-context'
import { endSession } from '@/lib/staff/sign-in/sessions'

/** Ends the session on both sides. By POST alone, so that no link or picture signs anyone out. */
export async function POST(request: NextRequest): Promise<Response> {
  const { name, options } = staffCookie()
  const token = request.cookies.get(name)?.value
  if (token) await endSession(contextFor({ kind: 'system' }), token)
  const headers = { Location: '/staff/sign-in', 'Cache-Control': 'no-store' }
  const answer = new NextResponse(null, { status: 303, headers })
  answer.cookies.set(name, '', { ...options, maxAge: 0 })
  return answer
}
