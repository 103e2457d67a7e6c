import type { ComponentType, ReactNode } from 'react'

/** A component of an island, which takes what the front has written beside it. */
export type Island = ComponentType<{ children?: ReactNode }>

/** The islands by their names. The build fills this in: lib/cli/start/bundle-islands.ts. */
export const islands: Record<string, Island> = {}
