/*
 * All that we know of Next beyond what its documentation says: names and shapes that another release may change. Nothing
 * else names them. next-internals.test.ts asks the Next that is installed, e2e/headers-guard-the-pages.spec.ts a built product.
 */

/** What an answer tells of how it was made, which is nobody's business. */
export const TOLD_OF_ITSELF = ['x-nextjs-cache', 'x-nextjs-prerender', 'x-nextjs-stale-time', 'x-powered-by']

/** The header of a request in which Next looks for the nonce of the scripts that it writes into a page. */
export const NONCE_ASKED_IN = 'content-security-policy'

/** The header of a request that names an action to call. */
export const ACTION = 'next-action'
/** Headers of a request that ask for parts of a page, as Next's own scripts do. */
export const PARTS = /^(rsc$|next-)/
/** The parameter that goes with them. */
export const PARTS_PARAMETER = '_rsc'

/** Addresses that Next answers by itself, those of the build's files among them. */
export const SERVED_BY_NEXT = /^\/(_next|__nextjs)/
/** Where the files of the build are served. */
export const BUILD_FILES = '/_next/static'
/** Where it leaves what it makes; in it the page that has the head of every other, and the list of each page's first fonts. */
export const BUILD_FOLDER = '.next'
export const BUILT_PAGE = 'server/app/_not-found.html'
export const BUILT_FONTS = 'server/next-font-manifest.json'
/** Addresses of Next's own but for those files, however many slashes begin them. */
export const OWN_ADDRESSES = /^\/+(_next(?!\/static\/)|__nextjs)/

/** Where what a page threw leads, and by what status; `null` where it leads nowhere. */
export function redirectIn(thrown: unknown): { location: string; status: number } | null {
  const [, location, status] = /^NEXT_REDIRECT;\w+;(.+);(30\d);$/.exec(digestOf(thrown)) ?? []
  return location ? { location, status: Number(status) } : null
}

/** Whether what a page threw says that there is nothing. */
export function saysMissing(thrown: unknown): boolean {
  return digestOf(thrown).startsWith('NEXT_HTTP_ERROR_FALLBACK;')
}

function digestOf(thrown: unknown): string {
  return thrown instanceof Error && 'digest' in thrown ? String(thrown.digest) : ''
}
