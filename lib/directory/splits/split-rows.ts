/**
 * The constituencies, by GSS code, that each compact postcode lies in, and how many of its properties lie in each; `null`
 * where the list counts none.
 */
export type SplitRows = Map<string, Map<string, number | null>>
