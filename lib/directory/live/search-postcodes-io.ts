import { z } from 'zod'
import { PSEUDO_CODE } from '@/lib/directory/postcodes/pseudo-code'
import { getJson } from './get-json'
import type { SourceResult } from './source-result'

// The parts that are read of GET /postcodes/POSTCODE (api.postcodes.io).
const found = z.object({
  status: z.literal(200),
  result: z.object({ codes: z.object({ parliamentary_constituency_2024: z.string().nullable() }) }),
})
// Also for a terminated postcode, which it knows to be real but places in no constituency.
const missing = z.object({ status: z.literal(404) })

/** Asks postcodes.io at `base` which constituency, by GSS code, a compact postcode lies in. */
export async function searchPostcodesIo(base: string, compact: string, withinMs: number): Promise<SourceResult> {
  const answer = await getJson(`${base}/postcodes/${compact}`, withinMs)
  if (answer?.status === 404 && missing.safeParse(answer.body).success) return { kind: 'unknown' }
  const { data } = found.safeParse(answer?.status === 200 ? answer.body : null)
  if (!data) return { kind: 'failed' }
  const code = data.result.codes.parliamentary_constituency_2024
  return code && !PSEUDO_CODE.test(code) ? { kind: 'codes', codes: [code] } : { kind: 'unknown' }
}
