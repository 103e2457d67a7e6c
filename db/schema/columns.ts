import { customType, timestamp } from 'drizzle-orm/pg-core'

/** A moment: every one in the database is in UTC, and comes as a `Date`. */
export const at = (name: string) => timestamp(name, { withTimezone: true })

/** A column of bytes. */
export const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'bytea' })
