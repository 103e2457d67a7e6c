/** "Example Alliance, 1 Sample Street": whoever runs the installation, by as much as is known of them. */
export function nameAndAddress({ name, address }: { name: string; address: string }): string {
  return [name, address].filter((part) => part !== '').join(', ')
}
