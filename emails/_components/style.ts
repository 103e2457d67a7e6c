export const SANS = "'Libre Franklin', Arial, Helvetica, sans-serif"
export const SERIF = "'Source Serif 4', Georgia, 'Times New Roman', serif"

/** The light scheme, set inline: mail clients that drop style sheets keep it. */
export const light = {
  ground: '#ffffff',
  ink: '#12161a',
  quiet: '#46504b',
  line: '#c3ccc7',
  green: '#0a5c3c',
  onGreen: '#ffffff',
}

const dark = {
  ground: '#101513',
  sheet: '#1a211e',
  ink: '#eef2f0',
  quiet: '#b9c4be',
  line: '#47534d',
  green: '#86d9b0',
  onGreen: '#0c1411',
}

/** The dark scheme, for clients that follow the system. No quotes or `>` in it: React would escape them. */
export const darkSheet = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
.page { margin: 0; padding: 0; background-color: ${light.ground}; }
@media (prefers-color-scheme: dark) {
  .page, .ground { background-color: ${dark.ground} !important; }
  .ink { color: ${dark.ink} !important; }
  .quiet { color: ${dark.quiet} !important; }
  .line { border-color: ${dark.line} !important; }
  .sheet { background-color: ${dark.sheet} !important; border-color: ${dark.line} !important; }
  .link { color: ${dark.green} !important; }
  .answer { color: ${dark.green} !important; border-color: ${dark.green} !important; }
  .button { background-color: ${dark.green} !important; color: ${dark.onGreen} !important; }
}
`

export const text = {
  margin: '0 0 18px',
  color: light.ink,
  fontFamily: SANS,
  fontSize: '17px',
  lineHeight: '1.55',
}

export const linkStyle = { color: light.green, textDecoration: 'underline' }
