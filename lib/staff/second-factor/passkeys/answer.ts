import { z } from 'zod'
import { passkeyTransports } from '@/db/schema/index'

const MOST_CHARACTERS = 20_000
/** An id of 1,023 bytes, the most that there are (Web Authentication, 4). */
const MOST_OF_ID = 1364

const part = z.string().max(MOST_CHARACTERS)
const id = z.string().min(1).max(MOST_OF_ID)
const any = { id, rawId: id, type: z.literal('public-key') }
const extensions = z.unknown().transform(() => ({}))

const transports = z
  .array(z.string())
  .catch([])
  .transform((given) => passkeyTransports.filter((known) => given.includes(known)))

/** What a browser answers that has made a passkey. */
export const madeAnswer = answer({
  ...any,
  response: z.object({ clientDataJSON: part, attestationObject: part, transports }),
  clientExtensionResults: extensions,
})

/** What a browser answers that has had a passkey sign. */
export const signedAnswer = answer({
  ...any,
  response: z.object({ clientDataJSON: part, authenticatorData: part, signature: part }),
  clientExtensionResults: extensions,
})

/** As the page's field holds it: JSON, read only where it is of a sane length; `null` where it is no such answer. */
function answer<Shape extends z.ZodRawShape>(shape: Shape) {
  const parsed = z.object(shape)
  return (text: string): z.output<typeof parsed> | null => {
    if (text.length > MOST_CHARACTERS) return null
    try {
      return parsed.safeParse(JSON.parse(text)).data ?? null
    } catch (error) {
      if (error instanceof SyntaxError) return null
      throw error
    }
  }
}
