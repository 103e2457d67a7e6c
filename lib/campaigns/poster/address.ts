/** Where the code on a poster leads: the campaign, counted as having come from paper. */
export function codeAddress(appUrl: string, slug: string): string {
  return `${appUrl}/campaigns/${slug}?utm_source=poster&utm_medium=print`
}

/** A campaign's address for somebody who types it from paper: without what a browser adds by itself. */
export function typedAddress(appUrl: string, slug: string): string {
  return `${appUrl.replace(/^https?:\/\/(www\.)?/, '')}/campaigns/${slug}`
}
