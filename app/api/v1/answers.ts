import Negotiator from 'negotiator'

const TYPES = { json: 'application/json', csv: 'text/csv' }

/** For one key's eyes alone: nothing between us may keep it. */
const HEADERS = { 'Cache-Control': 'private, no-store', Vary: 'Authorization, Accept' }

/** Answers that something is wrong, as every address under `/api` does. */
export function refusal(status: number, code: string, message: string, headers: Record<string, string> = {}): Response {
  return Response.json({ error: { code, message } }, { status, headers: { ...HEADERS, ...headers } })
}

/** Answers in the form that the program likes best: JSON, or CSV where it asks for that. */
export async function written(
  request: Request,
  forms: { json: () => unknown; csv: () => string | Promise<string> },
): Promise<Response> {
  const accept = request.headers.get('accept') ?? '*/*'
  const liked = new Negotiator({ headers: { accept } }).mediaType([TYPES.json, TYPES.csv])
  if (liked === TYPES.csv) {
    return new Response(await forms.csv(), { headers: { ...HEADERS, 'Content-Type': 'text/csv; charset=utf-8' } })
  }
  if (liked === TYPES.json) return Response.json(await forms.json(), { headers: HEADERS })
  return refusal(406, 'not_acceptable', 'There is application/json, and text/csv.')
}
