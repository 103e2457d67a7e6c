import { type SQL, sql } from 'drizzle-orm'
import { staff, staffApps, staffPasskeys } from '@/db/schema/index'

/** In a statement that has `staff`: whether the member has a second factor, an authenticator app or a passkey. */
export const hasFactor: SQL<boolean> = sql<boolean>`(exists (
  select from ${staffApps} where ${staffApps.staffId} = ${staff.id} and ${staffApps.confirmedAt} is not null)
  or exists (select from ${staffPasskeys} where ${staffPasskeys.staffId} = ${staff.id}))`
