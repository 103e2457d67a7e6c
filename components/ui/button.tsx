import type { ComponentProps } from 'react'
import { Icon } from './icon'
import { Unbroken } from './unbroken'

type Look = 'main' | 'second' | 'quiet'
type Dress = { look?: Look; arrow?: boolean }

/** A button that submits its form, unless `type` says otherwise. */
export function Button({
  look = 'main',
  arrow = false,
  type = 'submit',
  className = '',
  children,
  ...rest
}: Dress & ComponentProps<'button'>) {
  return (
    <button type={type} className={`${looks[look]} ${className}`} {...rest}>
      <Unbroken>{children}</Unbroken>
      {arrow && <Icon name="arrow" className="max-tight:hidden" />}
    </button>
  )
}

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function ButtonLink({
  look = 'main',
  arrow = false,
  className = '',
  children,
  ...rest
}: Dress & ComponentProps<'a'>) {
  return (
    <a className={`${looks[look]} ${className}`} {...rest}>
      <Unbroken>{children}</Unbroken>
      {arrow && <Icon name="arrow" className="max-tight:hidden" />}
    </a>
  )
}

const block =
  'inline-flex min-h-14 max-w-full cursor-pointer items-center justify-center gap-3 border-2 px-6 max-tight:px-3 py-2.5 text-[min(1.0833rem,11.25vw)] leading-tight font-bold text-balance wrap-anywhere no-underline print:hidden'

const looks: Record<Look, string> = {
  main: `${block} border-accent bg-accent text-on-accent hover:border-accent-press hover:bg-accent-press`,
  second: `${block} border-edge bg-ground text-ink hover:bg-desk`,
  quiet:
    'link inline-flex min-h-target max-w-full cursor-pointer items-center gap-2 text-left font-semibold wrap-anywhere print:hidden',
}
