type Props = { id: string; alt: string; size: { width: number; height: number } }

/** The campaign's one picture, encoded when it was uploaded: small on a phone, larger where there is room. */
export function PagePicture({ id, alt, size }: Props) {
  return (
    <picture className="block">
      <source media="(min-width: 40rem)" srcSet={`/pictures/${id}/desk.webp`} type="image/webp" />
      <img
        src={`/pictures/${id}/phone.webp`}
        {...size}
        alt={alt}
        fetchPriority="low"
        decoding="async"
        className="block h-auto w-full"
      />
    </picture>
  )
}
