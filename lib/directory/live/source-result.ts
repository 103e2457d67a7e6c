/** What one source says: the seats by name or by GSS code, that it has no such postcode, or nothing of use. */
export type SourceResult =
  | { kind: 'names'; names: string[] }
  | { kind: 'codes'; codes: string[] }
  | { kind: 'unknown' }
  | { kind: 'failed' }
