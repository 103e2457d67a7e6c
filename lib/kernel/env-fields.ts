import { readFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { resolve } from 'node:path'
import { z } from 'zod'
import { type Role, roles } from '@/db/schema/staff'
import { emailFault } from './email-address'
import { readAddress, readNetworks, type TrustedProxies } from './network'
import { idOfSecret } from './secrets/id-of-secret'
import { DAY, HOUR, MINUTE, SECOND } from './time/durations'

/** A rate limit: so many turns in so many seconds. */
type Limit = { points: number; seconds: number }
/** A key that personal data is sealed with; its id stands beside what it sealed. */
export type DataKey = { id: string; key: Buffer }

const UNITS: Record<string, number> = { s: SECOND, m: MINUTE, h: HOUR, d: DAY }
// The longest that graphile-worker and timers are asked to count to is far above both.
const MOST = 1_000_000
const SECRET_CHARACTERS = 32
const CERTIFICATE = '-----BEGIN CERTIFICATE-----'
const MOST_PROXIES = 10
const MOST_SENDERS = 10

/** Every setting by its name, from the text in the environment to what the program uses. Each message completes "NAME …". */
export const envFields = z.object({
  DATABASE_URL: text(isPostgresUrl, 'must be an address such as postgres://user:password@host:5432/name').optional(),
  DATABASE_DIRECT_URL: text(
    isPostgresUrl,
    'must be an address such as postgres://user:password@host:5432/name',
  ).optional(),
  DATABASE_CA: z.string().transform(certificate).optional(),
  DATABASE_PREPARED: oneOf('1', '0').default('1'),
  DATABASE_POOL: whole(2, 100).optional(),
  DATA_DIR: z
    .string()
    .default('.data')
    .transform((path) => resolve(path)),
  PORT: whole(1, 65_535).default(3000),
  HOST: text(isHost, 'must be an address such as 127.0.0.1, 0.0.0.0 or ::, or the name of one')
    .transform((host) => host.replace(/^\[(.*)\]$/, '$1'))
    .optional(),
  APP_URL: text(isOrigin, 'must be an address such as https://example.org, without a path')
    .transform((url) => new URL(url).origin)
    .optional(),
  AUTH_SECRET: z.string().transform(authSecrets).optional(),
  DATA_KEYS: z.string().transform(dataKeys).optional(),
  BACKUP_RECIPIENT: z.string().transform(recipients).optional(),
  BACKUP_IDENTITY: text(
    (value) => /^AGE-SECRET-KEY-1[A-Z0-9]{58}$/.test(value),
    'must be the identity that npm run keys -- backup printed: AGE-SECRET-KEY-1 and what follows',
  ).optional(),
  AUTH_OIDC_ISSUER: text(
    isIssuer,
    'must be the address of the issuer, such as https://login.example.org/realms/charity, with https:// unless it is on this machine, and of one tenant',
  ).optional(),
  AUTH_OIDC_ID: z.string().optional(),
  AUTH_OIDC_SECRET: z.string().optional(),
  AUTH_OIDC_DOMAINS: z.string().default('').transform(mailDomains),
  AUTH_OIDC_ROLE_CLAIM: z.string().optional(),
  AUTH_OIDC_ROLES: z.string().default('').transform(rolesByValue),
  AUTH_EMAIL_LINKS: oneOf('all', 'break-glass').default('all'),
  MAIL_FROM: email().optional(),
  MAIL_DKIM_SELECTOR: text((value) => /^[\w.-]{1,100}$/.test(value), 'must be a name such as mail2026').optional(),
  MAIL_SENT_FROM: z.string().default('').transform(addresses),
  RESEND_API_KEY: z.string().optional(),
  RESEND_BASE_URL: webUrl().optional(),
  RESEND_WEBHOOK_SECRET: text(
    (secret) => /^(whsec_)?([A-Za-z0-9+/]{4}){6,}([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(secret),
    'must be the signing secret that Resend shows beside the webhook, such as whsec_…',
  ).optional(),
  SMTP_URL: text(
    (url) => ['smtp:', 'smtps:'].includes(protocolOf(url)),
    'must be an address such as smtp://user:password@host:587',
  ).optional(),
  MAIL_REFLECT: email().optional(),
  OPERATOR_NAME: z.string().optional(),
  OPERATOR_ADDRESS: z.string().optional(),
  OPERATOR_EMAIL: email().optional(),
  MEMBERS_API_URL: webUrl('off').default('https://members-api.parliament.uk'),
  POSTCODES_API_URL: webUrl('off').default('https://api.postcodes.io'),
  RELEASES_URL: webUrl('off').default('https://www.arcgis.com/sharing/rest/search'),
  DIRECTORY_AUTO_UPDATE: oneOf('1', '0').default('0'),
  DISSOLUTION_DATES: z.string().default('2029-07-09').transform(days),
  STAFF_ADMIN_EMAIL: email().optional(),
  WEB_PROCESSES: whole(1, 64).optional(),
  WORKERS_IN_WEB: oneOf('1', '0').default('1'),
  PING_URL: webUrl().optional(),
  METRICS_PORT: whole(1, 65_535).optional(),
  METRICS_HOST: text(isHost, 'must be an address such as 127.0.0.1, 0.0.0.0 or ::, or the name of one').optional(),
  METRICS_TOKEN: text(
    (token) => /^[\x21-\x7e]{16,200}$/.test(token),
    'must have 16 to 200 characters, without blanks',
  ).optional(),
  SHARED_CACHE: oneOf('1', '0').default('0'),
  LIMITS: oneOf('on', 'off').default('on'),
  LIMIT_FORMS: limit('1200/10m'),
  LIMIT_LOOK_UP: limit('120/1m'),
  LIMIT_WORDING: limit('300/10m'),
  LIMIT_SUBMIT: limit('60/10m'),
  LIMIT_SUBMIT_EMAIL: limit('10/1d'),
  LIMIT_UNSOLVED: limit('5/1h'),
  LIMIT_RESEND: limit('20/10m'),
  LIMIT_CODE: limit('20/10m'),
  LIMIT_MAILBOX: limit('3/1h'),
  LIMIT_MAILBOX_DAY: limit('6/1d'),
  LIMIT_SIGN_IN: limit('10/10m'),
  LIMIT_SECOND_FACTOR: limit('5/10m'),
  LIMIT_API: limit('60/1m'),
  LIMIT_DRAWING: limit('120/10m'),
  SEND_HOURS: z.string().transform(hours).optional(),
  SEND_PER_MP_HOUR: whole(1, MOST).optional(),
  SOURCE_URL: webUrl().optional(),
  TRUST_PROXY: z.string().default('0').transform(trustedProxies),
  LOG_LEVEL: oneOf('fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent').default('info'),
})

/** The names whose values must never be shown. */
export const SECRET_NAMES = new Set([
  'DATABASE_URL',
  'DATABASE_DIRECT_URL',
  'AUTH_SECRET',
  'DATA_KEYS',
  'BACKUP_IDENTITY',
  'AUTH_OIDC_SECRET',
  'RESEND_API_KEY',
  'RESEND_WEBHOOK_SECRET',
  'SMTP_URL',
  'METRICS_TOKEN',
  'PING_URL',
])

function text(accepts: (value: string) => boolean, message: string) {
  return z.string().refine(accepts, message)
}

function whole(least: number, most: number) {
  const fits = (value: string) => /^\d{1,7}$/.test(value) && Number(value) >= least && Number(value) <= most
  return text(fits, `must be a whole number from ${least} to ${most}`).transform(Number)
}

function oneOf<const T extends string>(...values: T[]) {
  return z.enum(values, { error: `must be ${values.slice(0, -1).join(', ')} or ${values.at(-1)}` })
}

function email() {
  return text((value) => emailFault(value, { dotless: true }) === null, 'must be one plain e-mail address')
}

function webUrl(off?: string) {
  const accepts = (value: string) => value === off || ['http:', 'https:'].includes(protocolOf(value))
  return text(accepts, `must be an address that starts with https:// or http://${off ? `, or ${off}` : ''}`).transform(
    (value) => (value === off ? null : value.replace(/(?<!\/)\/+$/, '')),
  )
}

function limit(usual: string) {
  return z
    .string()
    .default(usual)
    .transform((value, ctx): Limit => {
      const [, points = '', count = '', unit = ''] = /^(\d{1,6})\/(\d{0,4})([smhd])$/.exec(value) ?? []
      const seconds = (Number(count || 1) * (UNITS[unit] ?? 0)) / SECOND
      if (Number(points) > 0 && seconds > 0) return { points: Number(points), seconds }
      ctx.addIssue(`must be a number of times in a span of time, such as ${usual} (s, m, h or d)`)
      return z.NEVER
    })
}

/** A certificate, or several, as text: as it stands, with line ends written as \\n, or in a file. */
function certificate(value: string, ctx: z.RefinementCtx): string {
  const text = value.includes(CERTIFICATE) ? value.replaceAll('\\n', '\n') : textOf(value)
  if (text?.includes(CERTIFICATE)) return text
  ctx.addIssue(`must be a certificate (${CERTIFICATE}…) or a file that holds one`)
  return z.NEVER
}

function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}

/** Days in any order, as they are written. */
function days(value: string, ctx: z.RefinementCtx): string[] {
  const written = value.split(',').map((day) => day.trim())
  if (value === 'none') return []
  if (written.every((day) => z.iso.date().safeParse(day).success)) return written
  ctx.addIssue('must be days such as 2029-07-09, separated by commas, or none')
  return z.NEVER
}

/** Minutes after midnight in London. */
function hours(value: string, ctx: z.RefinementCtx): { from: number; to: number } {
  const [, h1, m1, h2, m2] = /^([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-4]):([0-5]\d)$/.exec(value) ?? []
  const from = Number(h1) * 60 + Number(m1)
  const to = Number(h2) * 60 + Number(m2)
  if (from < to && to <= 24 * 60) return { from, to }
  ctx.addIssue('must be two times of one day, such as 07:00-20:00')
  return z.NEVER
}

/** At least one, the newest. */
function authSecrets(value: string, ctx: z.RefinementCtx): [string, ...string[]] {
  const [newest = '', ...older] = value.split(',').map((each) => each.trim())
  const short = [newest, ...older].findIndex((secret) => secret.length < SECRET_CHARACTERS)
  if (short >= 0)
    ctx.addIssue(
      older.length === 0
        ? `must have at least ${SECRET_CHARACTERS} characters`
        : `must be secrets of at least ${SECRET_CHARACTERS} characters each, newest first, separated by commas; secret ${short + 1} is not`,
    )
  return [newest, ...older]
}

/** Over plain http on this machine alone. Microsoft's addresses for every tenant let anybody's directory in. */
function isIssuer(value: string): boolean {
  const protocol = protocolOf(value)
  if (protocol !== 'https:' && protocol !== 'http:') return false
  const { hostname, pathname, search, hash } = new URL(value)
  if (protocol === 'http:' && !['localhost', '127.0.0.1', '[::1]'].includes(hostname)) return false
  return !search && !hash && !/^\/(common|organizations|consumers)(\/|$)/.test(pathname)
}

function mailDomains(value: string, ctx: z.RefinementCtx): string[] {
  const domains = value
    .toLowerCase()
    .split(',')
    .map((domain) => domain.trim().replace(/^@/, ''))
    .filter(Boolean)
  if (domains.some((domain) => !/^[a-z\d.-]{1,253}$/.test(domain)))
    ctx.addIssue('must be domains of e-mail addresses such as example.org, separated by commas')
  return domains
}

/** Addresses on the network, each as it is written shortest. */
function addresses(value: string, ctx: z.RefinementCtx): string[] {
  const written = value
    .split(',')
    .map((address) => address.trim())
    .filter(Boolean)
  const read = written.flatMap((address) => (isIP(address) ? (readAddress(address) ?? []) : []))
  if (read.length < written.length || read.length > MOST_SENDERS)
    ctx.addIssue('must be addresses such as 203.0.113.5, separated by commas, ten at most')
  return read.map(String)
}

/** What a claim can say, and the role that it gives. */
function rolesByValue(value: string, ctx: z.RefinementCtx): { value: string; role: Role }[] {
  return value
    .split(',')
    .filter((pair) => pair.trim())
    .flatMap((pair) => {
      const at = pair.lastIndexOf('=')
      const role = roles.find((each) => each === pair.slice(at + 1).trim())
      if (at > 0 && role) return [{ value: pair.slice(0, at).trim(), role }]
      ctx.addIssue('must be values of the claim with a role each, such as mp-admins=admin,mp-editors=editor')
      return []
    })
}

function trustedProxies(value: string, ctx: z.RefinementCtx): TrustedProxies | null {
  if (/^\d{1,2}$/.test(value) && Number(value) <= MOST_PROXIES) return value === '0' ? null : { hops: Number(value) }
  const read = value.split(',').map((word) => readNetworks(word.trim()))
  if (!read.includes(null)) return { networks: read.flatMap((networks) => networks ?? []) }
  ctx.addIssue(
    `must be a whole number from 0 to ${MOST_PROXIES}, or networks such as 10.0.0.0/8, 2001:db8::/32, loopback, 203.0.113.7, and never every address`,
  )
  return z.NEVER
}

function dataKeys(value: string, ctx: z.RefinementCtx): DataKey[] {
  return value.split(',').map((each, index) => {
    const key = readDataKey(each)
    if (!key)
      ctx.addIssue(
        `must be keys of 32 bytes each in base64 or hex, newest first, separated by commas; key ${index + 1} is not`,
      )
    return key ?? { id: '', key: Buffer.alloc(0) }
  })
}

function recipients(value: string, ctx: z.RefinementCtx): string[] {
  const list = value.split(',').map((each) => each.trim())
  if (list.every((each) => /^age1[a-z0-9]{58}$/.test(each))) return list
  ctx.addIssue('must be recipients as npm run keys -- backup prints one, age1 and what follows, separated by commas')
  return z.NEVER
}

/** A key as it is written, in base64 or hex; `null` when it is none. Its id tells nothing of it: 32 bits of a hash. */
export function readDataKey(written: string): DataKey | null {
  const key = keyBytes(written.trim())
  return key && { id: idOfSecret(key), key }
}

function keyBytes(written: string): Buffer | null {
  if (/^[0-9a-f]{64}$/i.test(written)) return Buffer.from(written, 'hex')
  // Node reads both alphabets of base64 alike.
  return /^[A-Za-z0-9+/_-]{43}=?$/.test(written) ? Buffer.from(written, 'base64') : null
}

function isHost(value: string): boolean {
  return isIP(value.replace(/^\[(.*)\]$/, '$1')) > 0 || /^[a-z\d]([a-z\d.-]{0,251}[a-z\d])?$/i.test(value)
}

function isPostgresUrl(value: string): boolean {
  return ['postgres:', 'postgresql:'].includes(protocolOf(value))
}

function isOrigin(value: string): boolean {
  if (!['http:', 'https:'].includes(protocolOf(value))) return false
  const { pathname, search, hash, username } = new URL(value)
  return pathname === '/' && !search && !hash && !username
}

function protocolOf(value: string): string {
  return URL.canParse(value) ? new URL(value).protocol : ''
}
