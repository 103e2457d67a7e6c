/** The constituencies, by GSS code, that each compact postcode lies in. */
export type SplitRows = Map<string, Set<string>>
