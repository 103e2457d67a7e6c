import { z } from 'zod'
import { oneLine } from '@/lib/kernel/text'

/** Where somebody came from. Every part may be empty; none of them says who they are. */
export type Source = {
  utmSource: string
  utmMedium: string
  utmCampaign: string
  utmContent: string
  /** The host alone of the page that led here. */
  referrer: string
  /** The code of a supporter's own link. */
  share: string
}

const LONGEST = 100
const SHARE = /^[a-z0-9]{10}$/
const HOST = /^[a-z0-9.-]{1,100}$/

/** The names under which an address carries them; `by` is a supporter's own link. */
const NAMES = {
  utmSource: 'utm_source',
  utmMedium: 'utm_medium',
  utmCampaign: 'utm_campaign',
  utmContent: 'utm_content',
  referrer: 'ref',
  share: 'by',
} as const

export const NOWHERE: Source = {
  utmSource: '',
  utmMedium: '',
  utmCampaign: '',
  utmContent: '',
  referrer: '',
  share: '',
}

// Who puts an address, an e-mail or a number of a person's into a link's tags would have us keep it.
const tag = z
  .string()
  .transform((text) =>
    oneLine(text.slice(0, 4 * LONGEST))
      .slice(0, LONGEST)
      .toLowerCase(),
  )
  .transform((text) => (/@|\d{7}/.test(text) ? '' : text))

/** The source that an address's query names. What is too long is cut, and what is no host or no code is left out. */
export function readSource(query: URLSearchParams): Source {
  const given = (name: keyof Source) => query.get(NAMES[name]) ?? ''
  return {
    utmSource: tag.parse(given('utmSource')),
    utmMedium: tag.parse(given('utmMedium')),
    utmCampaign: tag.parse(given('utmCampaign')),
    utmContent: tag.parse(given('utmContent')),
    referrer: hostOf(given('referrer')),
    share: SHARE.test(given('share')) ? given('share') : '',
  }
}

/** A source as the query of an address, for a form to carry; empty for nowhere. */
export function printSource(source: Source): string {
  const entries = Object.entries(NAMES).map(([part, name]) => [name, source[part as keyof Source]] as const)
  return new URLSearchParams(
    entries.filter(([, value]) => value !== '').map(([name, value]) => [name, value]),
  ).toString()
}

/**
 * The source of a request: what its own address names, or, where a page of ours led here, that page's; otherwise the
 * host of the page that did, and never more of it.
 */
export function sourceOf(url: string, referer: string | undefined, appUrl: string): Source {
  const own = readSource(new URL(url, appUrl).searchParams)
  if (!referer || !URL.canParse(referer)) return own
  const from = new URL(referer)
  if (from.origin === new URL(appUrl).origin) return isNowhere(own) ? readSource(from.searchParams) : own
  return own.referrer || !/^https?:$/.test(from.protocol) ? own : { ...own, referrer: hostOf(from.hostname) }
}

export function isNowhere(source: Source): boolean {
  return Object.values(source).every((part) => part === '')
}

function hostOf(text: string): string {
  const host = text
    .slice(0, 2 * LONGEST)
    .toLowerCase()
    .replace(/^www\./, '')
  return HOST.test(host) ? host : ''
}
