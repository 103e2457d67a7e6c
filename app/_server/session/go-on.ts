/** Leads on from a step of signing in, with the cookies that go with it. */
export function goOn({ to, cookies }: { to: string; cookies: string[] }): Response {
  const headers = new Headers({ Location: to, 'Cache-Control': 'no-store' })
  for (const cookie of cookies) headers.append('Set-Cookie', cookie)
  return new Response(null, { status: 303, headers })
}
