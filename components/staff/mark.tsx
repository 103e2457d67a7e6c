const looks = { amber: 'bg-amber text-black', quiet: 'border border-edge text-ink' }

/** A word or two in a list that the eye should find: `amber` for what wants somebody to act. */
export function Mark({ look, children }: { look: keyof typeof looks; children: string }) {
  return <span className={`inline-block px-1.5 whitespace-nowrap ${looks[look]}`}>{children}</span>
}
