-- Whoever was passed on by a letter that staff mark as not genuine has left, and is passed on anew when it is brought
-- back. Either can happen more than once, and a receiver takes each id once: so of each the newest row is kept.
CREATE FUNCTION letter_genuine_passed_on() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  said text := CASE WHEN NEW.not_genuine_at IS NULL THEN 'supporter.confirmed' ELSE 'supporter.left' END;
  why text := CASE WHEN NEW.not_genuine_at IS NULL THEN 'genuine' ELSE 'not-genuine' END;
  s "supporters";
BEGIN
  SELECT * INTO s FROM "supporters" WHERE id = NEW.supporter_id;
  IF s.updates_asked_at IS NULL OR s.confirmed_at IS NULL OR s.unsubscribed_at IS NOT NULL OR s.erased_at IS NOT NULL THEN
    RETURN NULL;
  END IF;
  -- That they left must not arrive after that they are back.
  DELETE FROM webhook_deliveries d WHERE d.supporter_id = s.id
    AND ((d.event = said AND d.reason = why) OR (d.reason = 'not-genuine' AND d.outcome IS NULL));
  PERFORM pass_on(s, said, why, coalesce(NEW.not_genuine_at, now()));
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER letters_genuine_passed_on AFTER UPDATE OF not_genuine_at ON "letters"
FOR EACH ROW WHEN ((OLD.not_genuine_at IS NULL) <> (NEW.not_genuine_at IS NULL))
EXECUTE FUNCTION letter_genuine_passed_on();
