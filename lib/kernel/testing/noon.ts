/** The moment at which scenes of tests and benchmarks begin. */
export const NOON = new Date('2026-11-10T12:00:00Z')
