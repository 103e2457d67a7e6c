import { z } from 'zod'

const constraintFault = z.object({ code: z.enum(['23505', '23503', '23514']), constraint_name: z.string() })

/** The constraint that refused a statement (PostgreSQL's class 23), or `null` for any other error. */
export function constraintOf(error: unknown): string | null {
  const own = constraintFault.safeParse(error)
  if (own.success) return own.data.constraint_name
  return error instanceof Error && error.cause ? constraintOf(error.cause) : null
}
