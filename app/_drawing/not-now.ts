/** Says that too much is being drawn, or by one connection: it comes when it is asked for again. */
export function notNow(): Response {
  return new Response('Too much is being drawn just now. Try again in a moment.', {
    status: 503,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store', 'Retry-After': '10' },
  })
}
