/** What is made of the first of these tries that has at most so many bytes, else of the last. Throws where there is none. */
export async function firstWithin<Try>(
  most: number,
  tries: readonly Try[],
  make: (each: Try) => Promise<Uint8Array>,
): Promise<Uint8Array> {
  let made: Uint8Array | undefined
  for (const each of tries) {
    made = await make(each)
    if (made.length <= most) break
  }
  if (!made) throw new Error('There is nothing to try.')
  return made
}
