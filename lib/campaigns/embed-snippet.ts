import { escaped } from '@/lib/kernel/escape-html'

type Parts = {
  appUrl: string
  slug: string
  /** The campaign's title: what a screen reader calls the frame. */
  title: string
  /** Whom the site belongs to, as its letters are counted under; empty for any site. */
  site: string
}

/** High enough for most titles on a phone, where the site lets no script of ours run. */
export const FRAME_HEIGHT = 680

/** The address of the embed, with what its letters are counted under. */
export function embedAddress({ appUrl, slug, site }: Omit<Parts, 'title'>): string {
  const source = new URLSearchParams({ ...(site && { utm_source: site }), utm_medium: 'embed' })
  return `${appUrl}/embed/${slug}?${source}`
}

/** The two lines that another site puts into its page: the frame, and the script that gives it its height. */
export function embedSnippet({ title, ...parts }: Parts): string {
  const frame = `<iframe src="${escaped(embedAddress(parts))}" title="${escaped(title)}" width="100%" height="${FRAME_HEIGHT}" loading="lazy" style="border:0;max-width:44rem"></iframe>`
  return `${frame}\n<script src="${parts.appUrl}/embed.js" async></script>`
}
