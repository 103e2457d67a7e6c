/**
 * Lets the process go on when whoever read what it prints has gone, as a pipe's other end may. Without this, the
 * failure to print would itself be printed, which fails in turn, without end.
 */
export function outliveReaders(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error
    })
  }
}
