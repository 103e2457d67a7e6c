/** The number of an option `--name=…`, or what counts without it. */
export function numberGiven(options: string[], name: string, fallback: number): number {
  return Number(options.find((option) => option.startsWith(`--${name}=`))?.split('=')[1] ?? fallback)
}
