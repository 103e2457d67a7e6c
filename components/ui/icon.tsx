const paths = {
  arrow: 'M2 10h14M10.5 4l6 6-6 6',
  tick: 'M3 10.5l5 5L17.5 5',
  alert: 'M10 3v9M10 15v2.4',
  cross: 'M4 4l12 12M16 4L4 16',
  pause: 'M6.5 3.5v13M13.5 3.5v13',
}

/** A small stroke drawing in the colour of the text; always beside words, so hidden from screen readers. */
export function Icon({ name, className = '' }: { name: keyof typeof paths; className?: string }) {
  return (
    <svg
      viewBox="0 0 20 20"
      width="20"
      height="20"
      aria-hidden="true"
      focusable="false"
      className={`size-[1.05em] shrink-0 ${className}`}
    >
      <path d={paths[name]} fill="none" stroke="currentColor" strokeWidth="2.6" strokeLinejoin="miter" />
    </svg>
  )
}
