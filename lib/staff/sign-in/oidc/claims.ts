import { z } from 'zod'
import { type Role, roles } from '@/db/schema/index'
import { ownOf } from '@/lib/kernel/own-property'
import type { Env } from '@/lib/kernel/read-env'
import { SECOND } from '@/lib/kernel/time/durations'

/** What an issuer said of somebody, as far as it is believed. */
export type Claimed = {
  /** What the account is known by for good: the issuer and its own name for it. */
  account: string
  /** In lower case; `null` where there is none. */
  email: string | null
  isVerified: boolean
  /** The highest role that the claim gives; `null` where it gives none, or none is asked for. */
  role: Role | null
  /** When they last proved who they are there; `null` where it is not said. */
  provenAt: Date | null
}

const yes = z.union([z.literal(true), z.literal(1), z.literal('true'), z.literal('1')])
const read = z.object({
  iss: z.string().max(500),
  sub: z.string().min(1).max(255),
  email: z.string().max(320).toLowerCase().nullable().catch(null),
  email_verified: yes.optional().catch(undefined),
  // Microsoft's own: the domain of the address is the tenant's, proven.
  xms_edov: yes.optional().catch(undefined),
  auth_time: z.number().nullable().catch(null),
})

/**
 * Reads the claims of an ID token that was checked already. An address counts as verified only where the issuer says
 * so: one that says nothing is not believed. Throws where the issuer or the account is not named.
 */
export function readClaims(claims: unknown, oidc: NonNullable<Env['oidc']>): Claimed {
  const { iss, sub, email, email_verified, xms_edov, auth_time } = read.parse(claims)
  return {
    account: `${iss} ${sub}`,
    email: email || null,
    isVerified: email_verified !== undefined || xms_edov !== undefined,
    role: oidc.roleClaim === null ? null : roleIn(claims, oidc.roleClaim, oidc.roles),
    provenAt: auth_time === null ? null : new Date(auth_time * SECOND),
  }
}

function roleIn(claims: unknown, name: string, given: { value: string; role: Role }[]): Role | null {
  const found =
    ownOf(record(claims), name) ?? name.split('.').reduce<unknown>((at, part) => ownOf(record(at), part), claims)
  const values = [found].flat().map(String)
  const held = given.filter(({ value }) => values.includes(value)).map(({ role }) => role)
  return roles.toReversed().find((role) => held.includes(role)) ?? null
}

function record(value: unknown): Record<string, unknown> {
  return z.record(z.string(), z.unknown()).catch({}).parse(value)
}
