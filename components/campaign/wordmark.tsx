/** The name as it opens a letter, comma and all; what follows it on a campaign's page is the headline. */
export function Wordmark({ className = '' }: { className?: string }) {
  return (
    <span translate="no" className={`font-serif leading-none font-semibold tracking-[-0.015em] ${className}`}>
      Dear MP<span className="text-accent">,</span>
    </span>
  )
}
