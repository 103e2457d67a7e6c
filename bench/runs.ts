type Bench = (options: string[]) => Promise<void>

/** Runs the benches that are named, or all of them, one after the other, each with the `--options`; exits with 2 on an unknown name. */
export async function runsIn(benches: Record<string, Bench>, given: string[]): Promise<void> {
  const options = given.filter((word) => word.startsWith('--'))
  const named = given.filter((word) => !word.startsWith('--'))
  const unknown = named.find((name) => !(name in benches))
  if (unknown) {
    process.stderr.write(`There is no bench "${unknown}". There are: ${Object.keys(benches).join(', ')}.\n`)
    process.exit(2)
  }
  for (const [name, bench] of Object.entries(benches)) {
    if (named.length > 0 && !named.includes(name)) continue
    console.log(`\n${name}`)
    await bench(options)
  }
}
