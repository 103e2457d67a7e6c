import type { ComponentProps } from 'react'

type Props = ComponentProps<'div'> & {
  as?: 'div' | 'main' | 'span'
  /** One of `app/palettes.css`, or six hexadecimal digits: a colour that brings a style sheet of its own. */
  palette: string | undefined
}

/** What is shown in an accent of its own, with all that is in it. */
export function Accented({ as: Tag = 'div', palette, children, ...rest }: Props) {
  return (
    <Tag data-palette={palette} {...rest}>
      {palette && /^[0-9a-f]{6}$/.test(palette) && <link rel="stylesheet" href={`/accents/${palette}.css`} />}
      {children}
    </Tag>
  )
}
