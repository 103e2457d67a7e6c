type Size = { width: number; height: number }

/** What a logo stands on where the page's own ground does not suit it. */
export const logoGrounds = ['light', 'dark', 'none'] as const
export type LogoGround = (typeof logoGrounds)[number]

/** What a page has to know of a logo: where its bytes are, its size in pixels, and its ground. */
export type LogoOnPage = Size & { id: string; ground: LogoGround }

/** The room that a logo has beside a name, in pixels of the page: no higher than the header is anyhow. */
export const LOGO_BOX = { phone: { width: 132, height: 44 }, desk: { width: 176, height: 44 } }

/** As large as a logo can be shown in a box, with so many pixels around it, in whole pixels of the page. */
export function shownSize(logo: Size, box: Size, around: number): Size {
  const scale = Math.min((box.width - 2 * around) / logo.width, (box.height - 2 * around) / logo.height)
  return { width: Math.max(1, Math.round(logo.width * scale)), height: Math.max(1, Math.round(logo.height * scale)) }
}
