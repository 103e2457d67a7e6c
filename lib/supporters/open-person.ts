import type { supporters } from '@/db/schema/index'
import { unseal } from '@/lib/kernel/secrets/crypto'

type Sealed = Pick<typeof supporters.$inferSelect, 'id' | 'nameSealed' | 'emailSealed' | 'postcodeSealed'>

/** Who a supporter is, opened; `null` once erased. */
export type Person = { name: string; email: string; postcode: string }

/** Opens the sealed columns of a supporter. */
export function openPerson(row: Sealed): Person | null {
  if (!row.nameSealed || !row.emailSealed || !row.postcodeSealed) return null
  return {
    name: unseal(row.nameSealed, 'name', row.id),
    email: unseal(row.emailSealed, 'email', row.id),
    postcode: unseal(row.postcodeSealed, 'postcode', row.id),
  }
}
