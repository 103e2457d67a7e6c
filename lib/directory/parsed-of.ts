import type { Context } from '@/lib/kernel/context'
import type { ParsedPostcode } from './postcode'
import { knownPostcode } from './postcodes/known-postcode'
import { readTypedPostcode, type TypedPostcode } from './typed-postcode'

/**
 * Reads a postcode as a person typed it, alone or in a text, and settles what only our list can: which of two readings
 * there is, and whether a word in capitals is one. What stays open is malformed, with its readings.
 */
export async function parsedOf(ctx: Context, typed: string): Promise<ParsedPostcode> {
  const read = readTypedPostcode(typed)
  switch (read.kind) {
    case 'read':
      return read.parsed
    case 'doubtful':
      return (await isKnown(ctx, read.parsed)) ? read.parsed : { kind: 'malformed', typed }
    case 'several':
      return open(typed, read.postcodes)
    case 'small-l':
      return settled(ctx, typed, read)
  }
}

async function settled(
  ctx: Context,
  typed: string,
  { readings, odd }: Extract<TypedPostcode, { kind: 'small-l' }>,
): Promise<ParsedPostcode> {
  const known: ParsedPostcode[] = []
  for (const reading of readings) if (await isKnown(ctx, reading)) known.push(reading)
  // Where our list has neither, each may be the one that there is.
  const left = known.length > 0 ? known : readings
  const [likeliest] = left
  return likeliest && (left.length === 1 || !odd) ? likeliest : open(typed, left)
}

function open(typed: string, readings: ParsedPostcode[]): ParsedPostcode {
  return { kind: 'malformed', typed, readings: readings.flatMap((one) => ('postcode' in one ? [one.postcode] : [])) }
}

async function isKnown(ctx: Context, parsed: ParsedPostcode): Promise<boolean> {
  if (parsed.kind !== 'postcode') return parsed.kind !== 'malformed'
  return (await knownPostcode(ctx, parsed.compact)) !== null
}
