/** `team.` as "Team". */
export function areaWords(area: string): string {
  const name = area.replace(/\.$/, '')
  return name.charAt(0).toUpperCase() + name.slice(1)
}
