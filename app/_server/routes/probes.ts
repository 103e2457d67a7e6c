const PROBES = /^\/api\/(health|live|ready)$/

/** Whether a path tells whoever watches over the installation how it is. They may know no name of it, and cannot wait. */
export function isProbe(path: string): boolean {
  return PROBES.test(path)
}
