import { type LogoOnPage, shownSize } from '@/lib/settings/logo-on-page'

type Props = { logo: LogoOnPage; alt: string; className?: string }

/** Around a logo that stands on a ground of its own, in pixels. */
const PADDING = 4

/**
 * The operator's logo in the room that it has beside a name. Its size stands in the markup, so nothing moves when it
 * comes; where the page's ground does not suit it, it lies on a plate: see `globals.css`.
 */
export function LogoImage({ logo, alt, className = '' }: Props) {
  const around = logo.ground === 'none' ? 0 : PADDING
  return (
    <span className={`logo-plate logo-plate-${logo.ground} inline-flex shrink-0 ${around ? 'p-1' : ''} ${className}`}>
      {/* biome-ignore lint/performance/noImgElement: it is encoded by us, once, at the size that is shown. */}
      <img
        src={`/pictures/${logo.id}/logo.webp`}
        {...shownSize(logo, around)}
        alt={alt}
        decoding="async"
        className="block max-w-none"
      />
    </span>
  )
}
