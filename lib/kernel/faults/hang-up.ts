const CODES = new Set(['ECONNRESET', 'EPIPE', 'ERR_STREAM_PREMATURE_CLOSE', 'ECONNABORTED', 'ERR_STREAM_DESTROYED'])

/** Whether an error says that somebody broke off a connection: theirs, where it is known to be a visitor's. */
export function isBrokenOff(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? String(error.code) : ''
  return CODES.has(code) || error.name === 'AbortError' || error.name === 'ResponseAborted'
}

/** Whether an error by itself shows that a visitor hung up, in the words of Node's HTTP server, its streams, and Next. */
export function isHangUp(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? error.code : ''
  if (error.name === 'ResponseAborted' || code === 'ERR_STREAM_PREMATURE_CLOSE') return true
  return (code === 'ECONNRESET' && error.message === 'aborted') || (error.cause !== undefined && isHangUp(error.cause))
}
