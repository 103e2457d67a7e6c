/** What the head of every page says beside its title, where the page says nothing else. */
export const DESCRIPTION = 'Find your MP by postcode and send a letter that gets read.'

/** Of what browsers take for a telephone number, an e-mail address or a place they make no links. */
export const NO_LINKS_OF = { telephone: false, address: false, email: false }

/** What colour browsers give their own frame around a page. */
export const THEME_COLOURS = [
  { media: '(prefers-color-scheme: light)', color: '#ffffff' },
  { media: '(prefers-color-scheme: dark)', color: '#101614' },
]
