import type { z } from 'zod'
import { envFields, SECRET_NAMES } from './env-fields'
import { ExpectedFailure } from './faults/errors'
import { secretsInFiles } from './secrets/secrets-in-files'
import { storedSecrets } from './secrets/stored-secrets'

type Fields = z.infer<typeof envFields>
type Source = Record<string, string | undefined>

/** The settings, read and validated. `null` is what is not set, or switched off. */
export type Env = ReturnType<typeof shaped> & {
  /** Whether the data keys stand in the installation's own file, and not in the environment. */
  dataKeysKept: boolean
}

/**
 * Reads settings from `source`, and secrets from the files that it names; an empty one counts as not set. Throws
 * {@link ExpectedFailure}, one line that names every fault.
 */
export function readEnv(source: Source): Env {
  const inFiles = secretsInFiles(source)
  const own = { ...given(source), ...inFiles.values }
  const kept = inFiles.faults.length > 0 ? { values: own, faults: [] } : withKeptSecrets(own)
  const { values } = kept
  const faults = [...inFiles.faults, ...kept.faults]
  const fields = envFields.safeParse(values)
  for (const { path, message } of fields.error?.issues ?? [])
    faults.push(`${String(path[0])} ${message}${shown(path[0], values)}`)
  faults.push(...contradictions(values))
  if (faults.length > 0 || !fields.success) throw new ExpectedFailure(`Settings: ${faults.join('; ')}.`)
  return { ...shaped(fields.data), dataKeysKept: !own.DATABASE_URL && !own.DATA_KEYS }
}

function given(source: Source): Source {
  return Object.fromEntries(
    Object.keys(envFields.shape).flatMap((name) => (source[name]?.trim() ? [[name, source[name].trim()]] : [])),
  )
}

/** With the embedded database, secrets that are not given are the installation's own. */
function withKeptSecrets(values: Source): { values: Source; faults: string[] } {
  if (values.DATABASE_URL || (values.AUTH_SECRET && values.DATA_KEYS)) return { values, faults: [] }
  try {
    return { values: { ...storedSecrets(envFields.shape.DATA_DIR.parse(values.DATA_DIR)), ...values }, faults: [] }
  } catch (error) {
    return { values, faults: [`DATA_DIR ${error instanceof Error ? error.message : error}`] }
  }
}

/** What no single setting shows: what is missing or does not go together. */
function contradictions(values: Source): string[] {
  const faults: string[] = []
  for (const name of values.DATABASE_URL ? ['AUTH_SECRET', 'DATA_KEYS'] : []) {
    if (!values[name]) faults.push(`${name} is required with DATABASE_URL`)
  }
  faults.push(...signInContradictions(values))
  const services = ['RESEND_API_KEY', 'SMTP_URL'].filter((name) => values[name])
  if (services.length > 1) faults.push('RESEND_API_KEY and SMTP_URL are both set: mail goes by one of them')
  if (services[0] && !values.MAIL_FROM) faults.push(`MAIL_FROM is required with ${services[0]}`)
  if (!isLocal(values.APP_URL)) {
    if (!values.RESEND_API_KEY && !values.SMTP_URL) {
      faults.push(
        'APP_URL is not on localhost and no mail service is set (RESEND_API_KEY or SMTP_URL): the local mailbox would show every letter to anybody',
      )
    }
    if (values.LIMITS === 'off') faults.push('LIMITS may be off only where APP_URL is on localhost')
  }
  return faults
}

const OIDC = ['AUTH_OIDC_ISSUER', 'AUTH_OIDC_ID', 'AUTH_OIDC_SECRET']

function signInContradictions(values: Source): string[] {
  const faults: string[] = []
  const missingOf = (names: string[]) => names.filter((name) => !values[name])
  const more = ['AUTH_OIDC_DOMAINS', 'AUTH_OIDC_ROLE_CLAIM', 'AUTH_OIDC_ROLES'].filter((name) => values[name])
  const named = OIDC.some((name) => values[name]) ? 'the others of AUTH_OIDC_*' : (more[0] ?? null)
  for (const name of named ? missingOf(OIDC) : []) faults.push(`${name} is required with ${named}`)
  const roles = missingOf(['AUTH_OIDC_ROLE_CLAIM', 'AUTH_OIDC_ROLES'])
  if (roles.length === 1) faults.push(`${roles[0]} is missing: the claim and what its values mean go together`)
  if (values.AUTH_EMAIL_LINKS === 'break-glass') {
    if (missingOf(OIDC).length > 0) faults.push('AUTH_EMAIL_LINKS may be break-glass only with AUTH_OIDC_ISSUER')
    if (values.DATABASE_URL && !values.STAFF_ADMIN_EMAIL)
      faults.push('STAFF_ADMIN_EMAIL is required with AUTH_EMAIL_LINKS=break-glass: it names whom links are still for')
  }
  return faults
}

function isLocal(appUrl: string | undefined): boolean {
  // A faulty address is reported as such, not for where it leads.
  if (!appUrl || !URL.canParse(appUrl)) return true
  return ['localhost', '127.0.0.1', '[::1]'].includes(new URL(appUrl).hostname)
}

function shown(name: PropertyKey | undefined, values: Source): string {
  const value = values[String(name)] ?? ''
  return SECRET_NAMES.has(String(name))
    ? ''
    : `, not ${JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}…` : value)}`
}

function shaped(fields: Fields) {
  const appUrl = fields.APP_URL ?? `http://localhost:${fields.PORT}`
  const mailIsLocal = !fields.RESEND_API_KEY && !fields.SMTP_URL
  return {
    databaseUrl: fields.DATABASE_URL ?? null,
    databaseDirectUrl: fields.DATABASE_DIRECT_URL ?? null,
    databaseCa: fields.DATABASE_CA ?? null,
    databasePrepared: fields.DATABASE_PREPARED === '1',
    databasePool: fields.DATABASE_POOL ?? null,
    dataDir: fields.DATA_DIR,
    port: fields.PORT,
    host: fields.HOST ?? null,
    appUrl,
    isOnLocalhost: isLocal(appUrl),
    authSecrets: fields.AUTH_SECRET ?? missing('AUTH_SECRET'),
    dataKeys: fields.DATA_KEYS ?? missing('DATA_KEYS'),
    backupRecipients: fields.BACKUP_RECIPIENT ?? [],
    backupIdentity: fields.BACKUP_IDENTITY ?? null,
    oidc: oidcOf(fields),
    emailLinks: fields.AUTH_EMAIL_LINKS,
    mailIsLocal,
    mailFrom: fields.MAIL_FROM ?? 'letters@localhost',
    mailDkimSelector: fields.MAIL_DKIM_SELECTOR ?? null,
    mailSentFrom: fields.MAIL_SENT_FROM,
    resendApiKey: fields.RESEND_API_KEY ?? null,
    resendBaseUrl: fields.RESEND_BASE_URL ?? null,
    resendWebhookSecret: fields.RESEND_WEBHOOK_SECRET ?? null,
    smtpUrl: fields.SMTP_URL ?? null,
    mailReflect: fields.MAIL_REFLECT ?? null,
    operator: {
      name: fields.OPERATOR_NAME ?? null,
      address: fields.OPERATOR_ADDRESS ?? null,
      email: fields.OPERATOR_EMAIL ?? null,
    },
    membersApiUrl: fields.MEMBERS_API_URL,
    postcodesApiUrl: fields.POSTCODES_API_URL,
    releasesUrl: fields.RELEASES_URL,
    directoryAutoUpdate: fields.DIRECTORY_AUTO_UPDATE === '1',
    dissolutionDates: fields.DISSOLUTION_DATES,
    staffAdminEmail: fields.STAFF_ADMIN_EMAIL ?? (fields.DATABASE_URL ? null : 'admin@localhost'),
    webProcesses: fields.WEB_PROCESSES ?? null,
    workersInWeb: fields.WORKERS_IN_WEB === '1',
    pingUrl: fields.PING_URL ?? null,
    metrics: {
      port: fields.METRICS_PORT ?? null,
      host: fields.METRICS_HOST ?? null,
      token: fields.METRICS_TOKEN ?? null,
    },
    sharedCache: fields.SHARED_CACHE === '1',
    limitsOff: fields.LIMITS === 'off',
    limits: {
      forms: fields.LIMIT_FORMS,
      'look-up': fields.LIMIT_LOOK_UP,
      wording: fields.LIMIT_WORDING,
      submit: fields.LIMIT_SUBMIT,
      'submit-email': fields.LIMIT_SUBMIT_EMAIL,
      unsolved: fields.LIMIT_UNSOLVED,
      resend: fields.LIMIT_RESEND,
      code: fields.LIMIT_CODE,
      mailbox: fields.LIMIT_MAILBOX,
      'mailbox-day': fields.LIMIT_MAILBOX_DAY,
      'sign-in': fields.LIMIT_SIGN_IN,
      'second-factor': fields.LIMIT_SECOND_FACTOR,
      api: fields.LIMIT_API,
      drawing: fields.LIMIT_DRAWING,
    },
    // Letters that only reach the local mailbox disturb nobody: they go at once unless told otherwise.
    sendHours: fields.SEND_HOURS ?? (mailIsLocal ? null : { from: 7 * 60, to: 20 * 60 }),
    sendPerMpHour: fields.SEND_PER_MP_HOUR ?? (mailIsLocal ? null : 60),
    sourceUrl: fields.SOURCE_URL ?? null,
    trustProxy: fields.TRUST_PROXY,
    logLevel: fields.LOG_LEVEL,
  }
}

function oidcOf(fields: Fields) {
  const { AUTH_OIDC_ISSUER: issuer, AUTH_OIDC_ID: id, AUTH_OIDC_SECRET: secret } = fields
  if (!issuer || !id || !secret) return null
  const roleClaim = fields.AUTH_OIDC_ROLE_CLAIM ?? null
  return { issuer, id, secret, domains: fields.AUTH_OIDC_DOMAINS, roleClaim, roles: fields.AUTH_OIDC_ROLES }
}

function missing(name: string): never {
  throw new ExpectedFailure(`Settings: ${name} is required.`)
}
