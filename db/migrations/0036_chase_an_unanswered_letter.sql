ALTER TABLE "letters" DROP CONSTRAINT "letters_supporter_id_unique";--> statement-breakpoint
ALTER TABLE "letters" ADD COLUMN "chases" uuid;--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_chases_letters_id_fk" FOREIGN KEY ("chases") REFERENCES "public"."letters"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "letters_first" ON "letters" USING btree ("supporter_id") WHERE "letters"."chases" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "letters_chases" ON "letters" USING btree ("chases");--> statement-breakpoint
CREATE INDEX "letters_supporter" ON "letters" USING btree ("supporter_id");--> statement-breakpoint
-- A person counts once: of a sign-up that repeats an earlier one only what became of its letter is counted. Nothing of
-- one that was withdrawn, a trial, one that staff have marked as not genuine, or one that chases another.
CREATE OR REPLACE FUNCTION letter_measures(l "letters", s "supporters", r "replies")
RETURNS TABLE (measure text, at timestamptz) LANGUAGE sql IMMUTABLE AS $$
  SELECT m.measure, m.at FROM (VALUES
    ('submitted', l.created_at),
    ('confirmed', CASE WHEN s.repeat_of IS NULL THEN l.confirmed_at END),
    ('accepted', l.accepted_at),
    ('delivered', CASE WHEN l.state = 'delivered' THEN coalesce(l.ended_at, l.accepted_at) END),
    ('bounced', CASE WHEN l.state = 'bounced' THEN coalesce(l.ended_at, l.accepted_at) END),
    ('failed', CASE WHEN l.state = 'failed' THEN coalesce(l.ended_at, l.confirmed_at) END),
    ('by_writer', l.sent_by_writer_at),
    ('opted_in', CASE WHEN s.updates_asked_at IS NOT NULL AND s.repeat_of IS NULL THEN l.confirmed_at END),
    ('unsubscribed', CASE WHEN l.confirmed_at IS NOT NULL AND s.repeat_of IS NULL THEN s.unsubscribed_at END),
    ('real_answer', CASE WHEN r.answer = 'real-answer' THEN r.answered_at END),
    ('acknowledgement', CASE WHEN r.answer = 'acknowledgement' THEN r.answered_at END),
    ('no_answer', CASE WHEN r.answer = 'no' THEN r.answered_at END),
    ('not_expected', CASE WHEN r.answer = 'not-expected' THEN r.answered_at END)
  ) m(measure, at)
  WHERE m.at IS NOT NULL AND l.chases IS NULL
    AND l.state <> 'withdrawn' AND l.reflected_at IS NULL AND l.not_genuine_at IS NULL
$$;
--> statement-breakpoint
-- A supporter's own figures are counted with their letter, and not with one that chases it.
CREATE OR REPLACE FUNCTION supporters_counted() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  l "letters";
  r "replies";
BEGIN
  SELECT * INTO l FROM letters WHERE supporter_id = NEW.id AND chases IS NULL;
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  SELECT * INTO r FROM replies WHERE letter_id = l.id;
  PERFORM append_change(l, OLD, r, l, NEW, r);
  RETURN NULL;
END
$$;
