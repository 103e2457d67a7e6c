import { z } from 'zod'
import { type RequestRate, requestJson } from '@/lib/directory/members-api/request'
import { type ReleaseName, releaseName } from '@/lib/directory/postcodes/release-name'
import { ExpectedFailure } from '@/lib/kernel/faults/errors'

/** The portal's search, and how it and its files are asked. */
export type Portal = { searchUrl: string; rate: RequestRate; signal?: AbortSignal | undefined }

/** A release that can be fetched. */
export type FoundRelease = ReleaseName & {
  /** As the portal calls it. */
  title: string
  dataUrl: string
  /** Changes whenever the file does. */
  version: string
  /** In bytes; null where the portal does not say. */
  size: number | null
  /** What the portal says of its licence, in plain text; empty where it says nothing. */
  licence: string
}

const QUERY =
  'title:"National Statistics Postcode Lookup" AND owner:ONSGeography_data AND type:"CSV Collection" -title:"User Guide"'
const MOST_ITEMS = '50'

const answer = z.object({
  results: z.array(
    z.object({
      id: z.string().regex(/^[\w-]{1,64}$/),
      title: z.string(),
      name: z.string().nullish(),
      type: z.string().nullish(),
      url: z.string().nullish(),
      size: z.number().nullish(),
      created: z.number().nullish(),
      modified: z.number().nullish(),
      licenseInfo: z.string().nullish(),
    }),
  ),
})
type Item = z.infer<typeof answer>['results'][number]

/**
 * The newest release of the National Statistics Postcode Lookup, by the ArcGIS search of the ONS portal (`GET
 * …/sharing/rest/search`), whose items' files stand beside it at `content/items/ID/data`; a mirror may give each its own
 * `url`. Throws {@link ExpectedFailure}, one line, where the portal does not answer or lists none.
 */
export async function newestRelease({ searchUrl, rate, signal }: Portal): Promise<FoundRelease> {
  const address = searchAddress(searchUrl)
  const query = new URLSearchParams({
    q: QUERY,
    sortField: 'created',
    sortOrder: 'desc',
    num: MOST_ITEMS,
    f: 'json',
  })
  const asked = `${address.search ? '&' : '?'}${query}`
  const found = await requestJson({ base: address.href, rate, signal, called: "The portal's search" }, asked, answer)
  const [newest] = (found?.results ?? [])
    .filter(isRelease)
    .map((item) => ({ item, ...nameOf(item) }))
    .sort((a, b) => (b.date ?? '').localeCompare(a.date ?? '') || (b.item.created ?? 0) - (a.item.created ?? 0))
  if (!newest) {
    throw new ExpectedFailure(
      `The portal at ${address.host} lists no release of the National Statistics Postcode Lookup. Nothing was changed.`,
    )
  }
  const { item, name, date } = newest
  return {
    name,
    date,
    title: item.title,
    dataUrl: new URL(item.url || `content/items/${item.id}/data`, address).href,
    version: `${item.id} ${item.modified ?? item.created ?? ''}`,
    size: item.size && item.size > 0 ? item.size : null,
    licence: plainText(item.licenseInfo ?? ''),
  }
}

/** The search itself, where the setting names the portal alone. */
function searchAddress(given: string): URL {
  const address = new URL(given)
  const last = address.pathname.split('/').at(-1) ?? ''
  if (address.pathname === '/') address.pathname = '/sharing/rest/search'
  else if (!/search|\.json$/i.test(last)) address.pathname += '/search'
  return address
}

/** Beside the releases the portal has guides, maps and tables of the same name. */
function isRelease({ title, name, type }: Item): boolean {
  if (/guide|centroid|metadata/i.test(title)) return false
  if (/service|map|pdf|word|document|layer|table|app|dashboard/i.test(type ?? '')) return false
  return /national statistics postcode lookup|\bNSPL/i.test(`${title} ${name ?? ''}`)
}

function nameOf({ title, name }: Item): ReleaseName {
  const byFile = releaseName(name ?? '')
  if (byFile.date !== null) return byFile
  const [, month = '', year = ''] = /([A-Z][a-z]{2,8}) (20\d\d)/.exec(title) ?? []
  const byTitle = releaseName(`NSPL ${month} ${year}`)
  return byTitle.date === null ? { name: title, date: null } : byTitle
}

const MOST_LICENCE = 300

/** Markup to one line of text. */
function plainText(html: string): string {
  const text = html
    .slice(0, 20_000)
    .replace(/<[^<>]{0,2000}>/g, ' ')
    .replace(/&nbsp;|&#160;/g, ' ')
    .replace(/&amp;/g, '&')
    .replace(/[\s\p{C}]+/gu, ' ')
    .trim()
  return text.length > MOST_LICENCE ? `${text.slice(0, MOST_LICENCE)}…` : text
}
