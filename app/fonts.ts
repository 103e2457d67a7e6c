import localFont from 'next/font/local'

// Fallbacks are declared by hand in `app/_fonts/fallback.css`: the built-in ones match one weight only, and here the
// headlines are heavy, so that the first paint would move when the font arrives.

const sans = localFont({
  src: './_fonts/sans.woff2',
  weight: '400 900',
  display: 'swap',
  variable: '--font-sans-web',
  adjustFontFallback: false,
})

const serif = localFont({
  src: './_fonts/serif.woff2',
  weight: '400 600',
  display: 'swap',
  variable: '--font-serif-web',
  adjustFontFallback: false,
  preload: false,
})

const sansWelsh = localFont({
  src: './_fonts/sans-welsh.woff2',
  weight: '400 900',
  display: 'swap',
  variable: '--font-sans-welsh',
  adjustFontFallback: false,
  preload: false,
  declarations: [{ prop: 'unicode-range', value: 'U+174-178, U+1E80-1E85, U+1EF2-1EF3' }],
})

const serifWelsh = localFont({
  src: './_fonts/serif-welsh.woff2',
  weight: '400 600',
  display: 'swap',
  variable: '--font-serif-welsh',
  adjustFontFallback: false,
  preload: false,
  declarations: [{ prop: 'unicode-range', value: 'U+174-178, U+1E80-1E85, U+1EF2-1EF3' }],
})

/** For the root element: names every font file in a CSS variable, which `app/globals.css` sets in order. */
export const fontVariables = [sans, serif, sansWelsh, serifWelsh].map((font) => font.variable).join(' ')
