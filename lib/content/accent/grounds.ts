/** What accents stand on and what stands on them, as `app/globals.css` has it: `app/palettes.test.ts` holds them equal. */
export const LIGHT = { ground: '#ffffff', desk: '#edf1ee', ink: '#12161a', onAccent: '#ffffff' } as const

export const DARK = { ground: '#101614', desk: '#18201d', ink: '#eef2ef', onAccent: '#0a1712' } as const

/** Paper is white in both schemes, a little dimmed in the dark. */
export const SHEETS = ['#ffffff', '#f0f2ee'] as const

export const WHITE = '#ffffff'
