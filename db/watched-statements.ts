// State: one copy in a process.
/** Told when a statement begins, of its text with its parameters' places; gives what is told when it ends. */
type Watcher = (text: string) => (error?: unknown) => void

const watching: { by: Watcher | null } = { by: null }

/** Has `watcher` told of each statement of this process from now on. */
export function watchStatements(watcher: Watcher): void {
  watching.by = watcher
}

/** Tells whoever watches that a statement begins; gives what it is told when it ends. */
export function beginStatement(text: unknown): (error?: unknown) => void {
  return watching.by && typeof text === 'string' ? watching.by(text) : unwatched
}

function unwatched(): void {}
