import { LOGO_BOX, type LogoGround, type LogoOnPage, shownSize } from '@/lib/settings/logo-on-page'

type Props = { logo: LogoOnPage; alt: string; className?: string }

/**
 * The operator's logo in the room that it has beside a name. Its sizes stand in the markup, so nothing moves when it
 * comes; where the page's ground does not suit it, it lies on a plate: see `globals.css`.
 */
export function LogoImage({ logo, alt, className = '' }: Props) {
  const { plate, around } = plates[logo.ground]
  const src = `/pictures/${logo.id}/logo.webp`
  const [phone, desk] = [LOGO_BOX.phone, LOGO_BOX.desk].map((box) => shownSize(logo, box, around))
  return (
    <picture className={`inline-flex shrink-0 ${plate} ${className}`}>
      {desk?.width !== phone?.width && <source media="(min-width: 40rem)" srcSet={src} {...desk} />}
      <img src={src} {...phone} alt={alt} decoding="async" className="block h-auto max-w-none" />
    </picture>
  )
}

/** With so many pixels around the logo. */
const plates: Record<LogoGround, { plate: string; around: number }> = {
  light: { plate: 'logo-plate-light p-[4px]', around: 4 },
  dark: { plate: 'logo-plate-dark p-[4px]', around: 4 },
  none: { plate: '', around: 0 },
}
