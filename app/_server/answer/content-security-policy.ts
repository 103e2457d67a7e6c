type Sources = {
  nonce?: string
  development?: boolean
  /** Any site may show the page in a frame. */
  framed?: boolean
}

/** The content security policy: scripts of our own files, and inline ones by nonce alone. */
export function contentPolicy({ nonce, development, framed }: Sources): string {
  const scripts = development
    ? "'self' 'unsafe-inline' 'unsafe-eval'"
    : ["'self'", ...(nonce ? [`'nonce-${nonce}'`] : [])].join(' ')
  return [
    "default-src 'none'",
    `script-src ${scripts}`,
    `style-src 'self'${development ? " 'unsafe-inline'" : ''}`,
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${development ? ' ws:' : ''}`,
    "manifest-src 'self'",
    "frame-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    `frame-ancestors ${framed ? '*' : "'none'"}`,
  ].join('; ')
}
