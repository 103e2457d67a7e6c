import { randomInt } from 'node:crypto'
import { type Challenge, createChallenge, verifySolution } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import { z } from 'zod'
import { parsedJson } from '@/lib/kernel/parsed-json'
import { derivedKeys } from '@/lib/kernel/secrets/crypto'
import { HOUR } from '@/lib/kernel/time/durations'

/** A page can stand open so long before what it asks for has run out. */
const HOURS = 2
/** Of one try: iterations of PBKDF2. */
const COST = 5000
/** How many tries it takes: a second or two of a computer, some more of a telephone. */
const TRIES = [200, 600] as const

const solved = z.object({
  challenge: z.object({
    parameters: z.looseObject({
      algorithm: z.literal('PBKDF2/SHA-256'),
      nonce: z.string(),
      salt: z.string(),
      cost: z.literal(COST),
      keyLength: z.literal(32),
      keyPrefix: z.string(),
      keySignature: z.string(),
      expiresAt: z.int(),
      data: z.object({ submission: z.string() }),
    }),
    signature: z.string(),
  }),
  solution: z.object({ counter: z.int().min(0).max(TRIES[1]), derivedKey: z.string() }),
})

/**
 * A sum for the browser of whoever sends this one submission. A submission is stored once, so what solves it serves once;
 * nothing of it is kept. `now` begins the time that it can be solved in.
 */
export async function makeChallenge(submissionId: string, now: Date): Promise<Challenge> {
  const [secrets] = everySecret()
  return createChallenge({
    algorithm: 'PBKDF2/SHA-256',
    cost: COST,
    counter: randomInt(...TRIES),
    deriveKey,
    data: { submission: submissionId },
    expiresAt: new Date(now.getTime() + HOURS * HOUR),
    ...secrets,
  })
}

/** Whether `given`, as the browser sent it, solves the challenge of this submission, made by us and not run out. */
export async function isSolved(given: string, submissionId: string): Promise<boolean> {
  const read = solved.safeParse(parsedJson(given))
  if (!read.success || read.data.challenge.parameters.data.submission !== submissionId) return false
  for (const secrets of everySecret()) {
    // It derives nothing anew: what was to be found is signed, so that a wrong answer costs us as little as a right one.
    const { verified } = await verifySolution({ ...read.data, deriveKey, ...secrets })
    if (verified) return true
  }
  return false
}

/** Newest first, like the secrets that they come from. */
function everySecret(): { hmacSignatureSecret: string; hmacKeySignatureSecret: string }[] {
  const keys = derivedKeys('puzzle keys')
  return derivedKeys('puzzle').map((key, at) => ({
    hmacSignatureSecret: key.toString('base64url'),
    hmacKeySignatureSecret: keys[at]?.toString('base64url') ?? '',
  }))
}
