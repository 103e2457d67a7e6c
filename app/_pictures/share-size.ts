/** In pixels: what networks lay a large picture of a link out for. */
export const SHARE_SIZE = { width: 1200, height: 630 }
